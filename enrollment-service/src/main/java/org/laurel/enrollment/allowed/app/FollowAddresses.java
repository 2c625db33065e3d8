package org.laurel.enrollment.allowed.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laurel.enrollment.allowed.db.AddressTable;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.Account;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/**
 * Enrolls learners where their email addresses are to be enrolled, as soon as an active account has the address: because it is
 * new, becomes active or takes the address on. Whoever is allowing the address in this moment is waited for, and waits for us:
 * see {@link AddressKeeping}.
 */
@ApplicationScoped
class FollowAddresses implements LearnerFollower {

    private final KeyLocks locks;
    private final AddressTable addresses;
    private final AllowedTable table;
    private final AllowedEnrolling enrolling;

    FollowAddresses(KeyLocks locks, AddressTable addresses, AllowedTable table, AllowedEnrolling enrolling) {
        this.locks = locks;
        this.addresses = addresses;
        this.table = table;
        this.enrolling = enrolling;
    }

    @Override
    public void follow(List<LearnerOutcome.Changed> changes) {
        Map<LearnerId, Boolean> reached = new LinkedHashMap<>();
        changes.forEach(change -> reached.merge(
                change.after().id(), isReached(change), (before, now) -> now || (before && isReachable(change))));
        List<LearnerId> learners = reached.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        if (learners.isEmpty()) {
            return;
        }
        locks.hold(addresses.locksOf(learners));
        List<EnrollmentKey> keys = table.waiting(learners);
        if (!keys.isEmpty()) {
            enrolling.apply(keys);
        }
    }

    private static boolean isReached(LearnerOutcome.Changed change) {
        Account before = change.before() == null ? null : change.before().account();
        return isReachable(change)
                && (before == null
                        || !before.isActive()
                        || !folded(before).equals(folded(change.after().account())));
    }

    /** As addresses are told apart. */
    private static String folded(Account account) {
        return account.email().toLowerCase(Locale.ROOT);
    }

    private static boolean isReachable(LearnerOutcome.Changed change) {
        Account account = change.after().account();
        return account.isActive() && !account.email().isEmpty();
    }
}
