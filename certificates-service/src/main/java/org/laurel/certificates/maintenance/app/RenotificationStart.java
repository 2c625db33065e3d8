package org.laurel.certificates.maintenance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.laurel.certificates.maintenance.domain.Selection;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;

/** Begins jobs that tell other systems of certificates once more. */
@ApplicationScoped
public class RenotificationStart {

    private final Jobs jobs;

    RenotificationStart(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * What is to begin.
     *
     * @param selected how many certificates are selected
     * @param throttle the pause after each thousand certificates
     */
    public record Start(Selection selection, long selected, Duration throttle, Cause cause) {}

    /** Begins them and returns the ids of the jobs. */
    @Transactional
    public List<Long> apply(List<Start> commands) {
        return commands.stream().map(this::begin).toList();
    }

    private long begin(Start start) {
        long job = jobs.begin(
                RenotificationJob.KIND,
                "certificates",
                start.selection(),
                start.selected(),
                start.cause().by());
        if (!start.throttle().isZero()) {
            jobs.throttle(job, start.throttle());
        }
        return job;
    }
}
