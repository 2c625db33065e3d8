package org.laurel.certificates.legacyimport.app;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.certificates.legacyimport.db.ImportRows.Placed;
import org.laurel.certificates.legacyimport.domain.LegacyCertificate;
import org.laurel.certificates.legacyimport.domain.RowCode;

/**
 * A row that is checked.
 *
 * @param certificate what it says, null when it is unreadable
 * @param key whose certificate it is, null when the learner is not found or the row is unreadable
 * @param refused why it is refused, null when it is accepted
 */
record CheckedRow(
        Placed placed,
        @Nullable LegacyCertificate certificate,
        @Nullable CaseKey key,
        @Nullable RowCode refused) {

    CheckedRow refused(RowCode code) {
        return new CheckedRow(placed, certificate, key, code);
    }

    /** The certificate of a row that is accepted. */
    LegacyCertificate required() {
        if (certificate == null) {
            throw new IllegalStateException("the row is refused");
        }
        return certificate;
    }

    /** The case of a row that is accepted. */
    CaseKey requiredKey() {
        if (key == null) {
            throw new IllegalStateException("the row is refused");
        }
        return key;
    }

    /** What the row says of the learner, null when that is too little. */
    @Nullable Learner snapshot() {
        LegacyCertificate.Account account = required().account();
        return account == null
                ? null
                : account.of(requiredKey().learnerId(), required().modifiedAt());
    }
}
