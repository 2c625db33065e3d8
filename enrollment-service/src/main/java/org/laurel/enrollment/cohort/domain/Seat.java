package org.laurel.enrollment.cohort.domain;

import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** A learner in a course run, who is in one cohort at most. */
public record Seat(LearnerId learnerId, CourseKey courseKey) {

    /** What facts about entering a cohort are about: whichever cohort it is, the newest wins. */
    public Subject entry() {
        return Subject.cohortEntry(learnerId, courseKey);
    }

    /** What facts about leaving this cohort are about. */
    public Subject exit(long cohortId) {
        return Subject.cohortExit(learnerId, courseKey, cohortId);
    }
}
