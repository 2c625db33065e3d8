package org.laurel.enrollment.fact.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/**
 * What a fact is about. Facts about one subject compete, the newest wins.
 *
 * @param value unambiguous, because ids and keys hold no blanks
 */
public record Subject(String value) {

    public static Subject learner(LearnerId learnerId) {
        return new Subject("learner " + learnerId);
    }

    public static Subject enrollment(LearnerId learnerId, CourseKey courseKey) {
        return new Subject("enrollment " + learnerId + " " + courseKey);
    }

    public static Subject courseRun(CourseKey courseKey) {
        return new Subject("course-run " + courseKey);
    }

    /** One member of a course run, for facts that tell single members. */
    public static Subject courseRunMember(CourseKey courseKey, String member) {
        return new Subject("course-run " + courseKey + " " + member);
    }

    public static Subject courseModes(CourseKey courseKey) {
        return new Subject("course-modes " + courseKey);
    }

    /** A learner's role in a run of an organisation, in the organisation, or, with neither, everywhere. */
    public static Subject role(LearnerId learnerId, String org, String courseKey, String role) {
        return new Subject("role " + learnerId + " " + org + " " + courseKey + " " + role);
    }

    /** In which cohort of a course run a learner was put. */
    public static Subject cohortEntry(LearnerId learnerId, CourseKey courseKey) {
        return new Subject("cohort-entry " + learnerId + " " + courseKey);
    }

    /** That a learner left a cohort. */
    public static Subject cohortExit(LearnerId learnerId, CourseKey courseKey, long cohortId) {
        return new Subject("cohort-exit " + learnerId + " " + courseKey + " " + cohortId);
    }

    /** What a platform calls a cohort. */
    public static Subject cohort(CourseKey courseKey, long cohortId) {
        return new Subject("cohort " + courseKey + " " + cohortId);
    }

    @Override
    public String toString() {
        return value;
    }
}
