package org.laurel.enrollment.mail.app;

import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.Mail;

/** Mails about accounts; {@link AccountLetter} has their words. */
public final class AccountMail {

    private AccountMail() {}

    /**
     * A mail that is written when it is sent.
     *
     * @param key what the key in it is good for, null for a kind without one
     * @param detail what the text tells besides, such as a reason; null when nothing
     * @throws IllegalArgumentException unless there is a key if and only if a page takes it
     */
    public static Mail of(
            MailKind kind, LearnerId learnerId, String recipient, Mail.@Nullable KeyUse key, @Nullable String detail) {
        if ((kind.keyPath() == null) != (key == null)) {
            throw new IllegalArgumentException(kind + " has a key if and only if a page takes it");
        }
        return Mail.unwritten(kind.code(), learnerId, recipient, key, detail);
    }
}
