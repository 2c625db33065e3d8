package org.laurel.completion.progress.domain;

import java.time.Instant;
import org.laurel.kit.domain.FactOrder;

/**
 * How far a learner is with a block.
 *
 * @param units from 0 to {@link Units#ONE}
 * @param place of the fact that said so; the newest fact of a block wins, also when its value is lower
 * @param changedAt business time of the fact by which the value changed last, as facts arrived: one that repeats a value does
 *     not move it. What counts never depends on it
 */
public record BlockCompletion(String blockKey, long units, FactOrder place, Instant changedAt) {}
