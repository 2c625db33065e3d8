package org.laurel.programs.courserun.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.courserun.db.CourseModeStore;
import org.laurel.programs.courserun.domain.ToldModes;

/** Takes in the modes in which course runs are offered. */
@ApplicationScoped
public class CourseModeRecording {

    private final KeyLocks locks;
    private final CourseModeStore store;

    CourseModeRecording(KeyLocks locks, CourseModeStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Keeps the newest list of each run; lists that are no newer than what is known change nothing. */
    @Transactional
    public void apply(List<ToldModes> lists) {
        Map<CourseKey, ToldModes> newest = new LinkedHashMap<>();
        for (ToldModes list : lists) {
            newest.merge(list.courseKey(), list, (kept, next) -> next.replaces(kept) ? next : kept);
        }
        locks.lock(newest.keySet().stream().map(CourseKey::value).toList());
        store.save(List.copyOf(newest.values()));
    }
}
