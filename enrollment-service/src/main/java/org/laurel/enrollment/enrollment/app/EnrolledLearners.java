package org.laurel.enrollment.enrollment.app;

import java.util.List;
import org.laurel.enrollment.enrollment.domain.EnrollmentFact.EnrollmentChanged;

/** Follows learners into course runs. Other features supply it as a bean; it is called in the transaction of the enrolling. */
public interface EnrolledLearners {

    /** These enrollments are active from now on; they are stored and told, and the learners' keys are locked. */
    void enrolled(List<EnrollmentChanged> enrollments);
}
