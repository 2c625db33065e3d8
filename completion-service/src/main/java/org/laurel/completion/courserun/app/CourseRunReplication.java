package org.laurel.completion.courserun.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.courserun.db.CourseRunStore;
import org.laurel.completion.courserun.domain.CourseRun;
import org.laurel.kit.lock.KeyLocks;

/** Keeps the replica of course runs. Order and repetition of what comes in make no difference. */
@ApplicationScoped
public class CourseRunReplication {

    private final KeyLocks locks;
    private final CourseRunStore store;

    CourseRunReplication(KeyLocks locks, CourseRunStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Takes in what was told, also several versions of one run. */
    @Transactional
    public void apply(List<CourseRun> told) {
        locks.lock(told.stream().map(run -> run.courseKey().value()).toList());
        store.save(told);
    }
}
