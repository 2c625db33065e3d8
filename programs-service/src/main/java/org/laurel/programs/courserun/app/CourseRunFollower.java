package org.laurel.programs.courserun.app;

import java.util.List;
import org.laurel.programs.courserun.domain.CourseRunChange;

/** Draws conclusions from changed course runs. Other features supply it as a bean; it is called in the same transaction. */
public interface CourseRunFollower {

    /** These runs are different from now on; they are stored, and their keys are locked. */
    void changed(List<CourseRunChange> changes);
}
