package org.laurel.kit.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.laurel.kit.sql.Failures;

/**
 * Why a mail was not sent.
 *
 * @param words what operators read, without any address
 */
record MailFailure(Kind kind, String words) {

    /** Replies that concern our own signing in and no mail (RFC 4954). */
    private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

    private static final int CLOSING = 421;

    /** What comes of it. */
    enum Kind {
        /** Nobody can send this mail, now or later. */
        REFUSED,
        /** The server has answered, and may take the mail later. */
        NOT_NOW,
        /** The server cannot be reached or takes no mails from us: the others fare no better. */
        AWAY
    }

    static MailFailure of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SMTPException reply) {
                return new MailFailure(kind(reply.getReplyCode()), "SMTP " + reply.getReplyCode());
            }
            if (cause instanceof IllegalArgumentException) {
                return new MailFailure(Kind.REFUSED, "unfit_address");
            }
        }
        return new MailFailure(Kind.AWAY, Failures.describe(failure));
    }

    /** Its words could not be written, which concerns no other mail. */
    static MailFailure unwritten(Throwable failure) {
        return new MailFailure(Kind.NOT_NOW, "unwritten: " + Failures.describe(failure));
    }

    private static Kind kind(int reply) {
        if (reply == CLOSING || SIGN_IN.contains(reply)) {
            return Kind.AWAY;
        }
        return reply >= 500 ? Kind.REFUSED : Kind.NOT_NOW;
    }
}
