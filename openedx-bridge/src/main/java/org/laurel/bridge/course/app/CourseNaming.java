package org.laurel.bridge.course.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.bridge.course.db.CourseNames;
import org.laurel.bridge.course.domain.CourseName;
import org.laurel.kit.lock.KeyLocks;

/** Takes in what course runs are called. */
@ApplicationScoped
public class CourseNaming {

    private final KeyLocks locks;
    private final CourseNames names;

    CourseNaming(KeyLocks locks, CourseNames names) {
        this.locks = locks;
        this.names = names;
    }

    /** Takes the names in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<CourseName> told) {
        locks.lock(told.stream().map(name -> name.courseKey().value()).toList());
        names.save(told);
    }
}
