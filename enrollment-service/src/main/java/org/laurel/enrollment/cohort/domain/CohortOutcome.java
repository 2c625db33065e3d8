package org.laurel.enrollment.cohort.domain;

/** What became of a command about a cohort. */
public sealed interface CohortOutcome {

    /** The cohort is as the command asks. */
    record Done(Cohort cohort) implements CohortOutcome {}

    /** Another cohort of the course run has the name. */
    record NameTaken() implements CohortOutcome {}

    /** The cohort is the course run's last random one, and learners who enroll need one. */
    record LastRandom() implements CohortOutcome {}

    /** There is no such cohort. */
    record Unknown() implements CohortOutcome {}
}
