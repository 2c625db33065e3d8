package org.laurel.enrollment.mail.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.mail.domain.OneTimeKey;

/** Makes the keys that stand in mails (activation and email change, keys from a secure source, hashed, used once). */
@ApplicationScoped
class KeyIssue {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final KeyTable keys;

    KeyIssue(KeyTable keys) {
        this.keys = keys;
    }

    /**
     * A new key, good when the caller's transaction commits, which must be before the mail with it can reach anybody. Keys of
     * earlier attempts to send the same mail are good for nothing any more; those of other mails of the request are.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String apply(MailKind purpose, OneTimeKey use) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        keys.replace(OneTimeKey.hash(key), purpose, use);
        return key;
    }
}
