package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.MailWithdrawal;

/** Ends registrations that wait for activation: no link that was mailed, or could be, activates the accounts any more. */
@ApplicationScoped
public class RegistrationEnding {

    private final KeyLocks locks;
    private final RegistrationTable registrations;
    private final MailWithdrawal mails;
    private final KeyTable keys;

    RegistrationEnding(KeyLocks locks, RegistrationTable registrations, MailWithdrawal mails, KeyTable keys) {
        this.locks = locks;
        this.registrations = registrations;
        this.mails = mails;
        this.keys = keys;
    }

    /** Ends those of these learners and returns whose there were; who has activated the account is not touched. */
    @Transactional
    public List<LearnerId> apply(List<LearnerId> learners) {
        locks.lock(learners.stream().map(LearnerId::value).toList());
        List<LearnerId> ended = registrations.dropPending(learners);
        if (!ended.isEmpty()) {
            // First the mails: one that is being sent has made its key when this returns.
            mails.apply(ended);
            keys.drop(ended);
        }
        return ended;
    }
}
