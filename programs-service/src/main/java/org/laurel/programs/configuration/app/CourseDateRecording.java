package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.configuration.db.CourseDateTable;
import org.laurel.programs.configuration.domain.DateFact;

/** Takes in from when certificates of course runs are available. What follows is left to a job. */
@ApplicationScoped
public class CourseDateRecording {

    private final KeyLocks locks;
    private final CourseDateTable dates;
    private final Jobs jobs;

    CourseDateRecording(KeyLocks locks, CourseDateTable dates, Jobs jobs) {
        this.locks = locks;
        this.dates = dates;
        this.jobs = jobs;
    }

    /** Takes the facts in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<DateFact> facts) {
        Map<CourseKey, DateFact> newest = new LinkedHashMap<>();
        facts.forEach(
                fact -> newest.merge(fact.courseKey(), fact, (kept, next) -> next.isNewerThan(kept) ? next : kept));
        locks.lock(newest.keySet().stream().map(CourseKey::value).toList());
        List<CourseKey> changed = dates.keep(List.copyOf(newest.values()));
        if (!changed.isEmpty()) {
            jobs.submit(
                    CourseConfiguring.DATING,
                    changed.stream().map(CourseKey::value).toList(),
                    facts.getFirst().order().source());
        }
    }
}
