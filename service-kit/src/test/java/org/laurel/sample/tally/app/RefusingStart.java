package org.laurel.sample.tally.app;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.kit.job.JobSchedule;
import org.laurel.kit.job.ScheduledStart;
import org.laurel.kit.problem.ProblemException;

/** Scheduled work that never begins. */
@Singleton
class RefusingStart implements ScheduledStart {

    @Override
    public String kind() {
        return "refusing";
    }

    @Override
    public Optional<Long> start(JobSchedule schedule) {
        throw ProblemException.badRequest("not_today", "not today");
    }
}
