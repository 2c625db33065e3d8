package org.laurel.completion.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.laurel.completion.learner.db.LearnerDirectory;
import org.laurel.completion.learner.domain.Replica;
import org.laurel.kit.lock.KeyLocks;

/** Keeps the replica of learners and enrollments. Order and repetition of what comes in make no difference. */
@ApplicationScoped
public class LearnerReplication {

    private final KeyLocks locks;
    private final LearnerDirectory directory;

    LearnerReplication(KeyLocks locks, LearnerDirectory directory) {
        this.locks = locks;
        this.directory = directory;
    }

    /** Takes in what was told. */
    @Transactional
    public void apply(List<Replica> told) {
        locks.lock(told.stream().map(one -> one.learner().id().value()).toList());
        directory.saveLearners(told.stream().map(Replica::learner).toList());
        directory.saveEnrollments(
                told.stream().map(Replica::enrollment).filter(Objects::nonNull).toList());
    }
}
