package org.laurel.enrollment.emailchange.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.laurel.enrollment.emailchange.db.EmailChangeTable;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Changed;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.MailWithdrawal;

/**
 * Once an account has another address, wishes and keys from before it are worthless, whoever changed it; a closed account gets
 * no other address. A confirmation is such a change too: it has read what it needs by then.
 */
@ApplicationScoped
class EmailChangesOfAccounts implements LearnerFollower {

    private final EmailChangeTable wishes;
    private final MailWithdrawal mails;
    private final KeyTable keys;

    EmailChangesOfAccounts(EmailChangeTable wishes, MailWithdrawal mails, KeyTable keys) {
        this.wishes = wishes;
        this.mails = mails;
        this.keys = keys;
    }

    @Override
    public void follow(List<Changed> changes) {
        List<LearnerId> moved = learners(changes, EmailChangesOfAccounts::isMoved);
        List<LearnerId> closed = learners(changes, EmailChangesOfAccounts::isClosed);
        List<LearnerId> all =
                Stream.concat(moved.stream(), closed.stream()).distinct().toList();
        if (all.isEmpty()) {
            return;
        }
        wishes.drop(all);
        // First the mails: one that is being sent has made its key when this returns.
        mails.apply(all);
        keys.drop(MailKind.EMAIL_CONFIRMATION, all);
        if (!moved.isEmpty()) {
            keys.drop(MailKind.ACTIVATION, moved);
        }
    }

    private static List<LearnerId> learners(List<Changed> changes, Predicate<Changed> which) {
        return changes.stream()
                .filter(change -> change.before() != null)
                .filter(which)
                .map(change -> change.after().id())
                .distinct()
                .toList();
    }

    private static boolean isMoved(Changed change) {
        return change.before() != null
                && !folded(change.before().account().email())
                        .equals(folded(change.after().account().email()));
    }

    private static boolean isClosed(Changed change) {
        return change.before() != null
                && change.before().account().isActive()
                && !change.after().account().isActive();
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
