package org.laurel.programs.credential.domain;

/** Whether a credential holds. Source: programs, credential entities. */
public enum CredentialStatus {
    /** It holds. */
    AWARDED,
    /** It held once. */
    REVOKED;

    /** The name on the wire and in the database. */
    public String slug() {
        return switch (this) {
            case AWARDED -> "awarded";
            case REVOKED -> "revoked";
        };
    }

    /** The status with this name; an {@link IllegalArgumentException} when there is none. */
    public static CredentialStatus of(String slug) {
        for (CredentialStatus status : values()) {
            if (status.slug().equals(slug)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no such status: " + slug);
    }
}
