package org.laurel.programs.courserun.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.courserun.db.CourseRunStore;
import org.laurel.programs.courserun.domain.CourseRun;

/** Takes in what the directory tells of course runs. */
@ApplicationScoped
public class CourseRunRecording {

    private final KeyLocks locks;
    private final CourseRunStore store;

    CourseRunRecording(KeyLocks locks, CourseRunStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Keeps the newest version of each run; their order and repetition make no difference. */
    @Transactional
    public void apply(List<CourseRun> versions) {
        Map<CourseKey, CourseRun> newest = new LinkedHashMap<>();
        for (CourseRun version : versions) {
            newest.merge(version.courseKey(), version, (kept, next) -> next.replaces(kept) ? next : kept);
        }
        locks.lock(newest.keySet().stream().map(CourseKey::value).toList());
        store.save(List.copyOf(newest.values()));
    }
}
