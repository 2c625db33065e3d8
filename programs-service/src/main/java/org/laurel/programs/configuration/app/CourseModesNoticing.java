package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.configuration.db.CourseDateTable;

/** A date that was told before the modes of its run finds its configuration once the modes are known. */
@ApplicationScoped
public class CourseModesNoticing {

    private static final String BY = "course-modes.changed";

    private final KeyLocks locks;
    private final CourseDateTable dates;
    private final Jobs jobs;

    CourseModesNoticing(KeyLocks locks, CourseDateTable dates, Jobs jobs) {
        this.locks = locks;
        this.dates = dates;
        this.jobs = jobs;
    }

    /** Has the runs dated anew of which a date was told. */
    @Transactional
    public void apply(List<CourseKey> courseKeys) {
        locks.lock(courseKeys.stream().map(CourseKey::value).toList());
        Collection<String> dated =
                dates.load(courseKeys).keySet().stream().map(CourseKey::value).collect(Collectors.toSet());
        if (!dated.isEmpty()) {
            jobs.submit(CourseConfiguring.DATING, dated, BY);
        }
    }
}
