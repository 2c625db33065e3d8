package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.events.key.LearnerId;

/** Takes mails back that bring a key, once their keys are to open nothing any more. */
@ApplicationScoped
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
public class MailWithdrawal {

    private final MailTable mails;

    MailWithdrawal(MailTable mails) {
        this.mails = mails;
    }

    /**
     * Takes back what has not been sent to these learners, as part of the caller's transaction. A mail that is being written has
     * its key when this returns, and no other gets one later: so keys are dropped after mails.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(List<LearnerId> learners) {
        mails.dropKeyed(learners);
    }
}
