package org.laurel.programs.credential.domain;

import java.util.Locale;

/** What a course credential's status rests on. */
public enum Basis {
    /** The learner's certificate. */
    CERTIFICATE,
    /** A decision of staff. */
    STAFF,
    /** Nothing: a decision of staff was taken back, and no certificate was ever granted. */
    NOTHING;

    /** The name in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The basis with this name; an {@link IllegalArgumentException} when there is none. */
    public static Basis of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** Why a credential that rests on this is in its status, as a short code for those who are told. */
    public String reason(CredentialStatus status) {
        boolean awarded = status == CredentialStatus.AWARDED;
        return switch (this) {
            case CERTIFICATE -> awarded ? "certificate_downloadable" : "certificate_not_downloadable";
            case STAFF -> awarded ? "staff_awarded" : "staff_revoked";
            case NOTHING -> "decision_withdrawn";
        };
    }
}
