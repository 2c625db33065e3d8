package org.laurel.enrollment.enrollment.domain;

import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** Tells one enrollment from all others: there is at most one per learner and course run. */
public record EnrollmentKey(LearnerId learnerId, CourseKey courseKey) {

    /** What facts about this enrollment are about. */
    public Subject subject() {
        return Subject.enrollment(learnerId, courseKey);
    }
}
