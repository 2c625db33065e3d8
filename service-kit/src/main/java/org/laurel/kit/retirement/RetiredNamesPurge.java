package org.laurel.kit.retirement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;

/** Begins the job that erases what may be left of retired learners, unless it runs already. */
@ApplicationScoped
public class RetiredNamesPurge {

    private static final String ALL = "all";

    private final Jobs jobs;

    RetiredNamesPurge(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Begins it once for each cause, and returns the ids of the jobs. */
    @Transactional
    public List<Long> apply(List<Cause> causes) {
        return causes.stream().map(this::begin).toList();
    }

    private long begin(Cause cause) {
        return jobs.beginOrJoin(RetiredNamesJob.KIND, ALL, Map.of(), null, cause.by());
    }
}
