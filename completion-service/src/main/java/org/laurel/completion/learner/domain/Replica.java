package org.laurel.completion.learner.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one event tells of a learner.
 *
 * @param enrollment null when the event is about the account only
 */
public record Replica(Learner learner, @Nullable Enrollment enrollment) {}
