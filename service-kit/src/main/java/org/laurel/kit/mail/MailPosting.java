package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Hands mails over for sending, as part of the caller's transaction: a mail goes if and only if the change that it tells of
 * commits, and at least once. There is no such bean in a service whose build does not say {@code mail.sending=true}.
 */
@ApplicationScoped
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
public class MailPosting {

    private final MailTable mails;
    private final Event<MailPosted> told;
    private final Clock clock;

    MailPosting(MailTable mails, Event<MailPosted> told, Clock clock) {
        this.mails = mails;
        this.told = told;
        this.clock = clock;
    }

    /** Posts the mails in one statement; without any it does nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(List<Mail> posted) {
        if (!posted.isEmpty()) {
            mails.add(posted, clock.instant());
            told.fire(new MailPosted());
        }
    }
}
