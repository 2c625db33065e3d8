package org.laurel.certificates.issuance.domain;

import java.util.Locale;

/** Every status that a certificate can have or once had. Source: certificates, statuses. */
public enum CertificateStatus {
    /** Granted and ready. */
    DOWNLOADABLE("Received"),
    /** The grade is below passing. */
    NOTPASSING("Not Received"),
    /** Invalidated. */
    UNAVAILABLE("Invalidated"),
    /** Would be granted but for the identity verification. */
    UNVERIFIED("Not verified"),
    /** A file is being made. */
    GENERATING("Generating"),
    /** The file is being made anew. */
    REGENERATING("Regenerating"),
    /** The file is being removed. */
    DELETING("Deleting"),
    /** The file is removed. */
    DELETED("Deleted"),
    /** Making the file failed. */
    ERROR("Error State"),
    /** Withheld from this learner. */
    RESTRICTED("Restricted"),
    /** Audit track, passing. */
    AUDIT_PASSING("Audit - Passing"),
    /** Audit track, not passing. */
    AUDIT_NOTPASSING("Audit - Not Passing"),
    /** Honor track, passing. */
    HONOR_PASSING("Honor - Passing"),
    /** Reserved. */
    INVALIDATED("Invalidated"),
    /** Reserved. */
    REQUESTING("Requesting"),
    /** Shown instead of the status of an audit certificate where honor is not offered. */
    AUDITING("Auditing");

    private final String readableName;

    CertificateStatus(String readableName) {
        this.readableName = readableName;
    }

    /** The name that instructors see. */
    public String readableName() {
        return readableName;
    }

    /** Whether the status counts as passed: granted, or a file in the making. Source: certificates, statuses. */
    public boolean isPassed() {
        return this == DOWNLOADABLE || this == GENERATING || this == REGENERATING;
    }

    /** Whether the renderer is to answer before anything else happens. */
    public boolean waitsForFile() {
        return this == GENERATING || this == REGENERATING || this == DELETING;
    }

    /** The name on the wire and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with this name; an {@link IllegalArgumentException} when there is none. */
    public static CertificateStatus of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
