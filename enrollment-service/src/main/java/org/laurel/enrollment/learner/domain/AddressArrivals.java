package org.laurel.enrollment.learner.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Changed;
import org.laurel.events.key.LearnerId;

/**
 * Who comes to have an email address as an active account: because the learner is new, becomes active or takes the address on.
 * Until then nobody has shown that the address is theirs.
 */
public final class AddressArrivals {

    private AddressArrivals() {}

    /**
     * Those who have an address in the end, each with the last change that brought one.
     *
     * @param changes those of one learner in their order
     */
    public static Map<LearnerId, Changed> of(List<Changed> changes) {
        Map<LearnerId, Changed> arrivals = new LinkedHashMap<>();
        for (Changed change : changes) {
            if (!isReachable(change.after().account())) {
                arrivals.remove(change.after().id());
            } else if (arrives(change)) {
                arrivals.put(change.after().id(), change);
            }
        }
        return arrivals;
    }

    private static boolean arrives(Changed change) {
        Learner before = change.before();
        return before == null
                || !before.account().isActive()
                || !folded(before.account()).equals(folded(change.after().account()));
    }

    private static boolean isReachable(Account account) {
        return account.isActive() && !account.email().isEmpty();
    }

    private static String folded(Account account) {
        return account.email().toLowerCase(Locale.ROOT);
    }
}
