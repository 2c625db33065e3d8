package org.laurel.programs.credential.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** One learner in one course run: what a course credential is about. */
public record CaseKey(LearnerId learnerId, CourseKey courseKey) {}
