package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Takes the facts in; their order and repetition make no difference to the result. Runs whose date is what it was are left
     * alone, whatever else is told of them.
     */
    @Transactional
    public void apply(List<DateFact> facts) {
        Set<CourseKey> keys = facts.stream().map(DateFact::courseKey).collect(Collectors.toSet());
        locks.lock(keys.stream().map(CourseKey::value).toList());
        dates.append(facts);
        Collection<List<DateFact>> told = dates.told(keys).values();
        dates.forget(
                told.stream().flatMap(ofRun -> DateFact.spent(ofRun).stream()).toList());
        List<CourseKey> changed =
                dates.keep(told.stream().map(DateFact::counting).toList());
        if (!changed.isEmpty()) {
            jobs.submit(
                    CourseConfiguring.DATING,
                    changed.stream().map(CourseKey::value).toList(),
                    facts.getFirst().order().source());
        }
    }
}
