package org.laurel.completion.standing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.completion.standing.db.LearnerBlocksStore;
import org.laurel.completion.standing.domain.LearnerBlocks;
import org.laurel.completion.standing.domain.StandingChange;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/** Takes in which blocks were assigned to single learners. */
@ApplicationScoped
public class BlockAssigning {

    private final KeyLocks locks;
    private final LearnerBlocksStore blocks;
    private final StandingFollower follower;

    BlockAssigning(KeyLocks locks, LearnerBlocksStore blocks, StandingFollower follower) {
        this.locks = locks;
        this.blocks = blocks;
        this.follower = follower;
    }

    /** What one event tells. */
    public record Told(LearnerBlocks blocks, Cause cause) {}

    /** Keeps the newest assignment for each parent block; the order of arrival makes no difference. */
    @Transactional
    public void apply(List<Told> told) {
        locks.lock(
                told.stream().map(one -> one.blocks().key().learnerId().value()).toList());
        blocks.save(told.stream().map(Told::blocks).toList());
        follower.follow(told.stream()
                .map(one -> new StandingChange(
                        one.blocks().key(), one.blocks().place().occurredAt(), one.cause()))
                .toList());
    }
}
