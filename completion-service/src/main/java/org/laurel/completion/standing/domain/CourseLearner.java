package org.laurel.completion.standing.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** A learner in a course run. */
public record CourseLearner(CourseKey courseKey, LearnerId learnerId) {}
