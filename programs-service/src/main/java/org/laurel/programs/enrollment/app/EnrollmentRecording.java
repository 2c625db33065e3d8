package org.laurel.programs.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.enrollment.db.EnrollmentStore;
import org.laurel.programs.enrollment.domain.TakeEnrollment;
import org.laurel.programs.learner.db.LearnerDirectory;

/** Takes in how learners stand in course runs, and who they are. */
@ApplicationScoped
public class EnrollmentRecording {

    private final KeyLocks locks;
    private final LearnerDirectory learners;
    private final EnrollmentStore enrollments;

    EnrollmentRecording(KeyLocks locks, LearnerDirectory learners, EnrollmentStore enrollments) {
        this.locks = locks;
        this.learners = learners;
        this.enrollments = enrollments;
    }

    /** Takes versions in; their order and repetition make no difference to what is kept. */
    @Transactional
    public void apply(List<TakeEnrollment> commands) {
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        learners.save(commands.stream().map(TakeEnrollment::learner).toList());
        enrollments.save(commands);
    }
}
