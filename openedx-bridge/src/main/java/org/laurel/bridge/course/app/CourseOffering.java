package org.laurel.bridge.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.bridge.course.db.CourseModes;
import org.laurel.bridge.course.domain.ToldModes;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Takes in the modes in which course runs are offered. */
@ApplicationScoped
public class CourseOffering {

    private final KeyLocks locks;
    private final CourseModes modes;

    CourseOffering(KeyLocks locks, CourseModes modes) {
        this.locks = locks;
        this.modes = modes;
    }

    /** Takes the lists in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<ToldModes> told) {
        Map<CourseKey, ToldModes> newest = new HashMap<>();
        told.forEach(list ->
                newest.merge(list.courseKey(), list, (kept, next) -> next.version() > kept.version() ? next : kept));
        locks.lock(newest.keySet().stream().map(CourseKey::value).toList());
        modes.save(List.copyOf(newest.values()));
    }
}
