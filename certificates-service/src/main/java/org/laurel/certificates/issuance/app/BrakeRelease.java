package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.laurel.certificates.course.app.TermsFolding;
import org.laurel.kit.brake.BrakeReleased;
import org.laurel.kit.job.Jobs;

/** Makes up for what a course run's brake has held back: folds its learners again, in the transaction of the release. */
@ApplicationScoped
class BrakeRelease {

    private final Jobs jobs;

    BrakeRelease(Jobs jobs) {
        this.jobs = jobs;
    }

    void foldAgain(@Observes BrakeReleased released) {
        if (released.subject().startsWith(RevocationBrake.COURSE)) {
            String course = released.subject().substring(RevocationBrake.COURSE.length());
            jobs.submit(TermsFolding.JOB, course, released.by());
        }
    }
}
