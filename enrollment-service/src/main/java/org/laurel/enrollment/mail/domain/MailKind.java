package org.laurel.enrollment.mail.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a mail is about. */
public enum MailKind {
    /** Asks a new learner to show that the address is theirs. */
    ACTIVATION("/activate/"),
    /** Asks for the confirmation of a new address; goes to that address. */
    EMAIL_CONFIRMATION("/email_confirm/"),
    /** Tells the old and the new address that the account has another one now. */
    EMAIL_CHANGED(null),
    /** Tells why another name was not taken. */
    NAME_CHANGE_REJECTED(null);

    private final @Nullable String keyPath;

    MailKind(@Nullable String keyPath) {
        this.keyPath = keyPath;
    }

    /** Path of the page that takes the mail's key, up to the key; null for a mail without one. */
    public @Nullable String keyPath() {
        return keyPath;
    }

    /** The kind as it is stored, with a key also the key's purpose. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code. */
    public static MailKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
