package org.laurel.enrollment.mail.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.mail.db.MailTable;
import org.laurel.enrollment.mail.domain.Mail;
import org.laurel.enrollment.mail.domain.OneTimeKey;
import org.laurel.enrollment.mail.domain.WaitingMail;

/**
 * Lets one process at a time send a mail, without a transaction while it does. A mail that is taken is not due for two minutes,
 * which is longer than sending may last; when its process has ended by then, another one takes it.
 */
@ApplicationScoped
class MailLease {

    private static final Duration LENGTH = Duration.ofMinutes(2);

    private final MailTable mails;
    private final KeyIssue keys;
    private final Clock clock;

    MailLease(MailTable mails, KeyIssue keys, Clock clock) {
        this.mails = mails;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A mail that is ours to send.
     *
     * @param key the key that stands in it, good by now; null for a mail without one and for one that is hopeless
     */
    record Taken(WaitingMail waiting, @Nullable String key) {}

    /** Takes the oldest mail that is due; empty when there is none. */
    @Transactional
    Optional<Taken> take() {
        Instant now = clock.instant();
        return mails.lease(now, now.plus(LENGTH)).map(waiting -> new Taken(waiting, key(waiting, now)));
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

    private @Nullable String key(WaitingMail waiting, Instant now) {
        Mail mail = waiting.mail();
        Mail.KeyUse use = mail.key();
        return use == null || waiting.hopeless(now) != null
                ? null
                : keys.apply(mail.kind(), new OneTimeKey(use.requestId(), mail.learnerId(), use.expiresAt()));
    }
}
