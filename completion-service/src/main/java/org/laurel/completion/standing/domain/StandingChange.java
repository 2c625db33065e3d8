package org.laurel.completion.standing.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/**
 * Something that decides what a learner sees in a course run, or as whom the learner is counted there, may have changed.
 *
 * @param at business time of the change
 */
public record StandingChange(CourseLearner key, Instant at, Cause cause) {}
