package org.laurel.completion.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.laurel.completion.learner.db.LearnerDirectory;
import org.laurel.completion.learner.domain.Enrollment;
import org.laurel.completion.learner.domain.Replica;
import org.laurel.completion.standing.app.StandingFollower;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.StandingChange;
import org.laurel.kit.lock.KeyLocks;

/** Keeps the replica of learners and enrollments. Order and repetition of what comes in make no difference. */
@ApplicationScoped
public class LearnerReplication {

    private final KeyLocks locks;
    private final LearnerDirectory directory;
    private final StandingFollower follower;

    LearnerReplication(KeyLocks locks, LearnerDirectory directory, StandingFollower follower) {
        this.locks = locks;
        this.directory = directory;
        this.follower = follower;
    }

    /** Takes in what was told. */
    @Transactional
    public void apply(List<Replica> told) {
        locks.lock(told.stream().map(one -> one.learner().id().value()).toList());
        directory.saveLearners(told.stream().map(Replica::learner).toList());
        directory.saveEnrollments(
                told.stream().map(Replica::enrollment).filter(Objects::nonNull).toList());
        follower.follow(told.stream().flatMap(LearnerReplication::change).toList());
    }

    private static Stream<StandingChange> change(Replica replica) {
        Enrollment enrollment = replica.enrollment();
        return enrollment == null
                ? Stream.empty()
                : Stream.of(new StandingChange(
                        new CourseLearner(enrollment.courseKey(), enrollment.learnerId()),
                        replica.at(),
                        replica.cause()));
    }
}
