package org.laurel.completion.progress.domain;

import java.time.Instant;
import org.laurel.kit.domain.FactOrder;

/**
 * How far a learner is with a block.
 *
 * @param units from 0 to {@link Units#ONE}
 * @param place of the fact that said so; the newest fact of a block wins, also when its value is lower
 * @param changedAt business time of the fact that first said so; those that repeated the value did not change it
 */
public record BlockCompletion(String blockKey, long units, FactOrder place, Instant changedAt) {}
