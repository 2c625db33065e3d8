package org.laurel.certificates.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.certificates.course.db.SettingsLog;
import org.laurel.certificates.course.domain.ArrivedSettings;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/** Takes in new versions of course runs' settings; a job then folds them into each learner's certificate. */
@ApplicationScoped
public class SettingsRecording {

    /** The kind of the job that folds new settings in. Its subject is the course key. */
    public static final String JOB = "fold-course-settings";

    private final KeyLocks locks;
    private final SettingsLog log;
    private final Jobs jobs;

    SettingsRecording(KeyLocks locks, SettingsLog log, Jobs jobs) {
        this.locks = locks;
        this.log = log;
        this.jobs = jobs;
    }

    /** Adds the versions; those that are known already change nothing. */
    @Transactional
    public void apply(List<ArrivedSettings> versions) {
        // Waits for whoever judges by these settings now; the job finds what they write, and later ones see the new
        // version.
        locks.change(
                versions.stream().map(version -> version.courseKey().value()).toList());
        for (CourseKey courseKey : log.append(versions).stream().distinct().toList()) {
            jobs.submit(JOB, courseKey.value(), "course-run.changed");
        }
    }
}
