package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.course.app.TermsFolding;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.job.Jobs;

/** Folds a change of the deployment's policy in: submits a job for each course run. */
@ApplicationScoped
class SiteTermsJob implements JobStep {

    private static final int RUNS = 100;

    private final CaseStore cases;
    private final Jobs jobs;

    SiteTermsJob(CaseStore cases, Jobs jobs) {
        this.cases = cases;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return TermsFolding.SITE_JOB;
    }

    @Override
    public Progress advance(Chunk chunk) {
        List<CourseKey> runs = cases.courseRuns(chunk.after(), RUNS);
        if (runs.isEmpty()) {
            return Progress.finished(0);
        }
        runs.forEach(run -> jobs.submit(TermsFolding.JOB, run.value(), kind()));
        return new Progress(runs.getLast().value(), runs.size());
    }
}
