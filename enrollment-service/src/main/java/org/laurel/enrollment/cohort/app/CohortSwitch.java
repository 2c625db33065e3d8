package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.cohort.db.CohortCourseTable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;

/** Says whether cohorts count in course runs. When they begin to, a job gives one to everybody who is enrolled. */
@ApplicationScoped
public class CohortSwitch {

    /** The kind of that job; its subject is the course key. */
    static final String JOB = "assign-cohorts";

    private final KeyLocks locks;
    private final CohortCourseTable table;
    private final Jobs jobs;

    CohortSwitch(KeyLocks locks, CohortCourseTable table, Jobs jobs) {
        this.locks = locks;
        this.table = table;
        this.jobs = jobs;
    }

    /** What is to hold in a course run. */
    public record Setting(CourseKey courseKey, boolean isCohorted, Cause cause) {}

    /** Applies the settings in order. */
    @Transactional
    public void apply(List<Setting> settings) {
        locks.change(CohortLocks.of(settings.stream().map(Setting::courseKey).toList()));
        for (Setting setting : settings) {
            boolean changed = table.save(setting.courseKey(), setting.isCohorted(), setting.cause());
            if (changed && setting.isCohorted()) {
                jobs.submit(JOB, setting.courseKey().value(), setting.cause().by());
            }
        }
    }
}
