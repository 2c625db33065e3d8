package org.laurel.completion.standing.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.laurel.completion.standing.db.AffectedRuns;
import org.laurel.completion.standing.db.CohortStore;
import org.laurel.completion.standing.domain.CohortMembership;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/** Takes in who entered or left which cohort. */
@ApplicationScoped
public class CohortRecording {

    private final KeyLocks locks;
    private final CohortStore cohorts;
    private final AffectedRuns runs;
    private final StandingFollower follower;

    CohortRecording(KeyLocks locks, CohortStore cohorts, AffectedRuns runs, StandingFollower follower) {
        this.locks = locks;
        this.cohorts = cohorts;
        this.runs = runs;
        this.follower = follower;
    }

    /** What one event tells. */
    public record Told(CohortMembership membership, Instant at, Cause cause) {}

    /** Keeps the newest version of each membership; the order of arrival makes no difference. */
    @Transactional
    public void apply(List<Told> told) {
        locks.lock(
                told.stream().map(one -> one.membership().learnerId().value()).toList());
        cohorts.save(told.stream().map(Told::membership).toList());
        follower.follow(runs.of(told.stream()
                .map(one -> new AffectedRuns.Scope(
                        one.membership().learnerId(),
                        one.membership().courseKey(),
                        one.membership().org(),
                        one.at(),
                        one.cause()))
                .toList()));
    }
}
