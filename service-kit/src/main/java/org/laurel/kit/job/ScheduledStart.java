package org.laurel.kit.job;

import java.util.Optional;

/**
 * How scheduled work of one kind begins, when beginning a job with the schedule's parameters is not all there is to it. A
 * feature supplies it as a bean.
 */
public interface ScheduledStart {

    /** The kind of schedules that begin this way. */
    String kind();

    /**
     * Begins the work in the current transaction. What it throws is shown at the schedule, which goes on to its next time; a
     * failure of infrastructure is tried again until it works.
     *
     * @return the job, empty when there is nothing to do this time
     */
    Optional<Long> start(JobSchedule schedule);
}
