package org.laurel.enrollment.learner.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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
    private final Map<ReservedName.Kind, Map<String, LearnerId>> reserved = new EnumMap<>(ReservedName.Kind.class);

    /** Starts with learners who have any of the names in question. */
    public TakenNames(Collection<Learner> holders) {
        this(holders, List.of());
    }

    /**
     * Starts with all who have any of the names in question.
     *
     * @param left names of those who left, which nobody else gets any more
     */
    public TakenNames(Collection<Learner> holders, Collection<ReservedName> left) {
        holders.forEach(this::take);
        left.forEach(name ->
                reserved.computeIfAbsent(name.kind(), kind -> new HashMap<>()).put(name.folded(), name.holder()));
    }

    /** What of the account belongs to another learner, null when nothing does. */
    public @Nullable Objection clash(LearnerId learnerId, Account account) {
        if (!learnerId.equals(usernames.getOrDefault(folded(account.username()), learnerId))
                || isReserved(ReservedName.Kind.USERNAME, account.username(), learnerId)) {
            return Objection.USERNAME_TAKEN;
        }
        if (!learnerId.equals(emails.getOrDefault(folded(account.email()), learnerId))
                || isReserved(ReservedName.Kind.EMAIL, account.email(), learnerId)) {
            return Objection.EMAIL_TAKEN;
        }
        return null;
    }

    private boolean isReserved(ReservedName.Kind kind, String name, LearnerId learnerId) {
        return !learnerId.equals(reserved.getOrDefault(kind, Map.of()).getOrDefault(folded(name), learnerId));
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
