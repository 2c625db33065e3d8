package org.laurel.certificates.register.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which certificates a look-up is about. Source: certificates, GeneratedCertificate, query scopes. */
public enum CertificateScope {
    /** Every row. */
    ALL,
    /** All but the two statuses of the audit track. */
    ELIGIBLE,
    /** The eligible ones whose course run is known. */
    AVAILABLE;

    /** The name on the wire. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this name; empty when there is none. */
    public static Optional<CertificateScope> of(String slug) {
        return Arrays.stream(values())
                .filter(scope -> scope.slug().equals(slug))
                .findFirst();
    }
}
