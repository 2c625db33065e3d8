package org.laurel.completion.learner.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/**
 * What one event tells of a learner.
 *
 * @param enrollment null when the event is about the account only
 * @param at business time of the event
 */
public record Replica(Learner learner, @Nullable Enrollment enrollment, Instant at, Cause cause) {}
