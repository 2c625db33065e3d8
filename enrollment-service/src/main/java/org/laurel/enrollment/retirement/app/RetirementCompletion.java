package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.retirement.db.RetirementQueries;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.enrollment.retirement.domain.RetirementStates;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/** Notes which retirements are complete: every service has reported, and the topics have forgotten. */
@ApplicationScoped
public class RetirementCompletion {

    private final KeyLocks locks;
    private final RetirementTable table;
    private final RetirementQueries queries;
    private final RetirementPolicy policy;
    private final Clock clock;

    RetirementCompletion(
            KeyLocks locks, RetirementTable table, RetirementQueries queries, RetirementPolicy policy, Clock clock) {
        this.locks = locks;
        this.table = table;
        this.queries = queries;
        this.policy = policy;
        this.clock = clock;
    }

    /** Notes those among the retirements that are. */
    @Transactional
    public void apply(List<Long> retirements) {
        Instant now = clock.instant();
        List<LearnerId> learners = table.find(retirements).values().stream()
                .map(LearnerRetirement::learnerId)
                .toList();
        locks.lock(learners.stream().map(LearnerId::value).toList());
        Map<LearnerId, Map<String, Instant>> reports = queries.reports(learners);
        table.move(table.find(retirements).values().stream()
                .filter(one -> one.completedAt() == null)
                .filter(one -> policy.isComplete(one, reports.getOrDefault(one.learnerId(), Map.of()), now))
                .map(one -> new RetirementTable.Move(
                        one.completed(state(one), now), "", Cause.of("retirement", "retirement-" + one.learnerId())))
                .toList());
    }

    /** A driver says itself what it has come to. */
    private String state(LearnerRetirement retirement) {
        return policy.automatic() && !policy.states().isDeadEnd(retirement.state())
                ? RetirementStates.COMPLETE
                : retirement.state();
    }
}
