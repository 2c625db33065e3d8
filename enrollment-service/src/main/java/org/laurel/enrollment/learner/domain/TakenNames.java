package org.laurel.enrollment.learner.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * Who has which username and email address, ignoring case; follows the changes of one batch. The database's unique indexes
 * are the second wall.
 */
public final class TakenNames {

    private final Map<String, LearnerId> usernames = new HashMap<>();
    private final Map<String, LearnerId> emails = new HashMap<>();

    /** Starts with learners who have any of the names in question. */
    public TakenNames(Collection<Learner> holders) {
        holders.forEach(this::take);
    }

    /** What of the account belongs to another learner, null when nothing does. */
    public @Nullable Objection clash(LearnerId learnerId, Account account) {
        if (!learnerId.equals(usernames.getOrDefault(folded(account.username()), learnerId))) {
            return Objection.USERNAME_TAKEN;
        }
        if (!learnerId.equals(emails.getOrDefault(folded(account.email()), learnerId))) {
            return Objection.EMAIL_TAKEN;
        }
        return null;
    }

    /** Follows a change: the old names are free, the new ones taken. */
    public void follow(LearnerOutcome.Changed change) {
        if (change.before() != null) {
            usernames.remove(folded(change.before().account().username()));
            emails.remove(folded(change.before().account().email()));
        }
        take(change.after());
    }

    private void take(Learner learner) {
        usernames.put(folded(learner.account().username()), learner.id());
        if (!learner.account().email().isEmpty()) {
            emails.put(folded(learner.account().email()), learner.id());
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
