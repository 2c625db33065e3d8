package org.laurel.enrollment.cohort.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laurel.enrollment.allowed.app.AddressKeeping;
import org.laurel.enrollment.allowed.db.AddressTable;
import org.laurel.enrollment.cohort.db.PreassignmentTable;
import org.laurel.enrollment.cohort.domain.CohortEntry;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/**
 * Puts learners into the cohorts that wait for their email addresses, as soon as an active account has the address: because it
 * is new, becomes active or takes the address on. Until then nobody has shown that the address is theirs. Whoever is keeping a
 * cohort for the address in this moment is waited for, and waits for us: see {@link AddressKeeping}.
 */
@ApplicationScoped
class PreassignedLearners implements LearnerFollower {

    private final KeyLocks locks;
    private final AddressTable addresses;
    private final PreassignmentTable preassignments;
    private final CohortEntering entering;

    PreassignedLearners(
            KeyLocks locks, AddressTable addresses, PreassignmentTable preassignments, CohortEntering entering) {
        this.locks = locks;
        this.addresses = addresses;
        this.preassignments = preassignments;
        this.entering = entering;
    }

    @Override
    public void follow(List<LearnerOutcome.Changed> changes) {
        Map<LearnerId, LearnerOutcome.Changed> reached = new LinkedHashMap<>();
        for (LearnerOutcome.Changed change : changes) {
            if (!isReachable(change)) {
                reached.remove(change.after().id());
            } else if (isReached(change)) {
                reached.put(change.after().id(), change);
            }
        }
        if (reached.isEmpty()) {
            return;
        }
        List<LearnerId> learners = List.copyOf(reached.keySet());
        locks.hold(addresses.locksOf(learners));
        entering.apply(preassignments.ofLearners(learners).stream()
                .map(each -> new CohortEntry(
                        each.seat(),
                        false,
                        changed(reached, each.seat().learnerId()).after().occurredAt(),
                        each.cause()))
                .toList());
    }

    private static LearnerOutcome.Changed changed(Map<LearnerId, LearnerOutcome.Changed> changes, LearnerId learnerId) {
        LearnerOutcome.Changed change = changes.get(learnerId);
        if (change == null) {
            throw new IllegalStateException("nobody asked for this learner");
        }
        return change;
    }

    private static boolean isReached(LearnerOutcome.Changed change) {
        Account before = change.before() == null ? null : change.before().account();
        return before == null
                || !before.isActive()
                || !folded(before.email())
                        .equals(folded(change.after().account().email()));
    }

    private static boolean isReachable(LearnerOutcome.Changed change) {
        Account account = change.after().account();
        return account.isActive() && !account.email().isEmpty();
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
