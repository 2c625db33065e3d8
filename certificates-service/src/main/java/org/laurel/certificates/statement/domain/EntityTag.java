package org.laurel.certificates.statement.domain;

import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** Tells versions of a certificate apart for clients that keep copies. */
public final class EntityTag {

    private EntityTag() {}

    /** The tag without quotes: the public id and the number of changes. */
    public static String of(Issued issued) {
        return issued.verifyUuid() + "-" + issued.version();
    }
}
