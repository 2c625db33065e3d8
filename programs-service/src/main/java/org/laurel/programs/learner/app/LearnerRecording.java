package org.laurel.programs.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.learner.db.LearnerDirectory;
import org.laurel.programs.learner.domain.Learner;

/** Takes in who learners are, when nothing else follows from it. */
@ApplicationScoped
public class LearnerRecording {

    private final KeyLocks locks;
    private final LearnerDirectory learners;

    LearnerRecording(KeyLocks locks, LearnerDirectory learners) {
        this.locks = locks;
        this.learners = learners;
    }

    /** Takes the snapshots in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<Learner> snapshots) {
        locks.lock(snapshots.stream().map(learner -> learner.id().value()).toList());
        learners.save(snapshots);
    }
}
