package org.laurel.enrollment.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.course.db.CourseQueries;
import org.laurel.enrollment.course.db.ModesTimes;
import org.laurel.enrollment.course.domain.CourseFact;
import org.laurel.enrollment.course.domain.CourseRun;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/** Tells of course runs and their modes once more. */
@ApplicationScoped
class CourseRunTelling implements ReconcileSource {

    private final KeyLocks locks;
    private final CourseQueries courses;
    private final ModesTimes times;
    private final Outbox outbox;

    CourseRunTelling(KeyLocks locks, CourseQueries courses, ModesTimes times, Outbox outbox) {
        this.locks = locks;
        this.courses = courses;
        this.times = times;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "course_runs";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Listing listing() {
        return ModesTimes.RUNS;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        List<String> texts = keys.stream().map(List::getFirst).toList();
        locks.lock(texts);
        List<CourseKey> wanted = texts.stream().map(CourseKey::new).toList();
        Map<CourseKey, Instant> modesSince = times.of(wanted);
        List<CourseFact> facts = new ArrayList<>();
        List<CourseRun> runs = courses.of(wanted).values().stream()
                .sorted(Comparator.comparing(run -> run.key().value()))
                .toList();
        for (CourseRun run : runs) {
            facts.add(new CourseFact.SettingsChanged(run, cause));
            if (run.areModesTold()) {
                facts.add(
                        new CourseFact.ModesChanged(run, modesSince.getOrDefault(run.key(), run.occurredAt()), cause));
            }
        }
        outbox.append(facts);
        return runs.size();
    }
}
