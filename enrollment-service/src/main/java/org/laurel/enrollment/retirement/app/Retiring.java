package org.laurel.enrollment.retirement.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.laurel.enrollment.retirement.db.LeavingLearners;
import org.laurel.enrollment.retirement.db.RetirementTable;
import org.laurel.enrollment.retirement.domain.LearnerLeft;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.enrollment.retirement.domain.RetirementPolicy;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.retirement.Retire;
import org.laurel.kit.retirement.Retirement;

/**
 * Retires learners for good, in one transaction: the names leave the account, enrollments, roles and cohorts end, the other
 * services are told, and whatever this service knows of the person goes (replication, row R9; retirement, {@code retire}).
 */
@ApplicationScoped
public class Retiring {

    private final KeyLocks locks;
    private final RetirementTable table;
    private final LeavingLearners leaving;
    private final PlacesLeaving places;
    private final Outbox outbox;
    private final Retirement erasure;
    private final RetirementPolicy policy;
    private final Clock clock;

    Retiring(
            KeyLocks locks,
            RetirementTable table,
            LeavingLearners leaving,
            PlacesLeaving places,
            Outbox outbox,
            Retirement erasure,
            RetirementPolicy policy,
            Clock clock) {
        this.locks = locks;
        this.table = table;
        this.leaving = leaving;
        this.places = places;
        this.outbox = outbox;
        this.erasure = erasure;
        this.policy = policy;
        this.clock = clock;
    }

    /** Carries out these retirements; one that was cancelled or carried out meanwhile is left as it is. */
    @Transactional
    public List<Long> apply(List<Long> retirements) {
        locks.lock(table.find(retirements).values().stream()
                .map(retirement -> retirement.learnerId().value())
                .toList());
        List<LearnerRetirement> open = table.find(retirements).values().stream()
                .filter(LearnerRetirement::isOpen)
                .toList();
        if (!open.isEmpty()) {
            retire(open, clock.instant());
        }
        return retirements;
    }

    private void retire(List<LearnerRetirement> open, Instant now) {
        List<LearnerId> ids = open.stream().map(LearnerRetirement::learnerId).toList();
        leaving.blankAccounts(open);
        places.apply(ids, now);
        List<LearnerRetirement> retired =
                open.stream().map(one -> retired(one, now)).toList();
        table.move(retired.stream()
                .map(one -> new RetirementTable.Move(one, "", cause(one.learnerId())))
                .toList());
        outbox.append(retired.stream()
                .map(one -> new LearnerLeft(one.learnerId(), now, cause(one.learnerId())))
                .toList());
        erasure.apply(ids.stream().map(id -> new Retire(id, now, cause(id))).toList());
    }

    private LearnerRetirement retired(LearnerRetirement before, Instant now) {
        return before.retired(policy.automatic() ? policy.states().worked() : before.state(), now);
    }

    /** Whoever asked for it is not named: it may be the learner. */
    static Cause cause(LearnerId learner) {
        return Cause.of("retirement", "retirement-" + learner);
    }
}
