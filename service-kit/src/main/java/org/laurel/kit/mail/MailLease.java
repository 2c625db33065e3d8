package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets one process at a time send a mail, without a transaction while it does. A mail that is taken is not due for two minutes,
 * which is longer than sending may last; when its process has ended by then, another one takes it.
 */
@ApplicationScoped
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailLease {

    private static final Duration LENGTH = Duration.ofMinutes(2);

    private final MailTable mails;
    private final MailWriters writers;
    private final Clock clock;

    MailLease(MailTable mails, MailWriters writers, Clock clock) {
        this.mails = mails;
        this.writers = writers;
        this.clock = clock;
    }

    /** Takes the oldest mail that is due; empty when there is none. */
    @Transactional
    Optional<WaitingMail> take() {
        Instant now = clock.instant();
        return mails.lease(now, now.plus(LENGTH));
    }

    /** The words of a mail that was taken; empty when somebody has taken the mail back meanwhile. */
    @Transactional
    Optional<Letter> write(WaitingMail mail) {
        return mails.lock(mail.id()) ? Optional.of(writers.write(mail.mail())) : Optional.empty();
    }

    /** Takes a mail off that was sent. */
    @Transactional
    void sent(WaitingMail mail) {
        mails.remove(mail.id());
    }

    /** Lets a mail wait for another attempt. */
    @Transactional
    void postpone(WaitingMail mail, Instant notBefore, String error) {
        mails.postpone(mail.id(), notBefore, error);
    }

    /** Gives a mail up. */
    @Transactional
    void giveUp(WaitingMail mail, Instant now, String reason) {
        mails.giveUp(mail.id(), now, reason);
    }
}
