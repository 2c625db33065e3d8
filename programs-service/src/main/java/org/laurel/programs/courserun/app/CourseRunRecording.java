package org.laurel.programs.courserun.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.courserun.db.CourseRunQuery;
import org.laurel.programs.courserun.db.CourseRunStore;
import org.laurel.programs.courserun.domain.CourseRun;
import org.laurel.programs.courserun.domain.CourseRunChange;
import org.laurel.programs.courserun.domain.TakeCourseRun;

/** Takes in what the directory tells of course runs. */
@ApplicationScoped
public class CourseRunRecording {

    private final KeyLocks locks;
    private final CourseRunQuery courseRuns;
    private final CourseRunStore store;
    private final List<CourseRunFollower> followers;

    CourseRunRecording(
            KeyLocks locks, CourseRunQuery courseRuns, CourseRunStore store, @All List<CourseRunFollower> followers) {
        this.locks = locks;
        this.courseRuns = courseRuns;
        this.store = store;
        this.followers = followers;
    }

    /** Takes versions in; their order and repetition make no difference to what is kept. */
    @Transactional
    public void apply(List<TakeCourseRun> commands) {
        Map<CourseKey, TakeCourseRun> newest = new LinkedHashMap<>();
        for (TakeCourseRun command : commands) {
            newest.merge(
                    command.courseRun().courseKey(),
                    command,
                    (kept, next) -> next.courseRun().replaces(kept.courseRun()) ? next : kept);
        }
        locks.lock(newest.keySet().stream().map(CourseKey::value).toList());
        Map<CourseKey, CourseRun> known = courseRuns.load(newest.keySet());
        List<CourseRunChange> changes = new ArrayList<>();
        newest.forEach((key, command) -> {
            @Nullable CourseRun before = known.get(key);
            if (before == null || command.courseRun().replaces(before)) {
                changes.add(new CourseRunChange(before, command.courseRun(), command.cause()));
            }
        });
        if (!changes.isEmpty()) {
            store.save(changes.stream().map(CourseRunChange::after).toList());
            followers.forEach(follower -> follower.changed(changes));
        }
    }
}
