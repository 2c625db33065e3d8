package org.laurel.certificates.issuance.domain;

import java.util.Locale;

/** What somebody may ask for a certificate. Source: certificates, old state machine; additions, certificates. */
public enum CertificateCommand {
    /** Evaluate the rules and grant when they hold; an earned certificate stays as it is. */
    GENERATE,
    /** As {@link #GENERATE}, and as {@link #REGENERATE} when the certificate is there. */
    ADD,
    /** Make an earned certificate, or one whose file failed, anew with today's name, grade and mode. */
    REGENERATE,
    /** Take the certificate away, its file too. */
    DELETE;

    /** The name in requests and in the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The command with this name; an {@link IllegalArgumentException} when there is none. */
    public static CertificateCommand of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
