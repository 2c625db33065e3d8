package org.laurel.enrollment.bulk.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.bulk.domain.BulkRun;
import org.laurel.kit.job.Jobs;

/** Ends the work on long lists; what is done stays done. */
@ApplicationScoped
public class BulkCancelling {

    private final Jobs jobs;

    BulkCancelling(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Ends them; one that has ended already stays as it is. The job tells the list. */
    @Transactional
    public void apply(List<BulkRun> runs) {
        runs.forEach(run -> jobs.cancel(run.jobId()));
    }
}
