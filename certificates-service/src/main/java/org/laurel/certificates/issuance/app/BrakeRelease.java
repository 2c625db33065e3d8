package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.laurel.certificates.course.app.TermsFolding;
import org.laurel.kit.brake.BrakeReleased;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/** Makes up for what a course run's brake has held back: folds its learners again, in the transaction of the release. */
@ApplicationScoped
class BrakeRelease {

    private final KeyLocks locks;
    private final Jobs jobs;

    BrakeRelease(KeyLocks locks, Jobs jobs) {
        this.locks = locks;
        this.jobs = jobs;
    }

    void foldAgain(@Observes BrakeReleased released) {
        if (released.subject().startsWith(RevocationBrake.COURSE)) {
            String course = released.subject().substring(RevocationBrake.COURSE.length());
            // Waits for whoever has read the brake as engaged and is about to withhold: the job must find what they
            // write.
            locks.change(List.of(course));
            jobs.submit(TermsFolding.JOB, course, released.by());
        }
    }
}
