package org.laurel.enrollment.mail.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.retirement.app.DepartureFollower;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.MailWithdrawal;

/** Keys open nothing any more for learners who ask to be retired, those included that are still to be mailed. */
@ApplicationScoped
class KeysOfLeaving implements DepartureFollower {

    private final MailWithdrawal mails;
    private final KeyTable keys;

    KeysOfLeaving(MailWithdrawal mails, KeyTable keys) {
        this.mails = mails;
        this.keys = keys;
    }

    @Override
    public void leaving(List<LearnerId> learners) {
        mails.apply(learners);
        keys.drop(learners);
    }
}
