package org.laurel.enrollment.cohort.domain;

import java.util.List;

/** Chooses among random cohorts: evenly, and the same for the same learner, course run and cohorts. */
public final class RandomCohort {

    /** The cohort that is made where no random one exists. */
    public static final String DEFAULT_NAME = "Default Group";

    private RandomCohort() {}

    /** The learner's cohort of these, which are not empty and stand in the order of their ids. */
    public static Cohort of(Seat seat, List<Cohort> cohorts) {
        long mixed = (seat.learnerId() + " " + seat.courseKey()).hashCode() * 0x9E3779B97F4A7C15L;
        return cohorts.get((int) Math.floorMod(mixed >>> 32, (long) cohorts.size()));
    }
}
