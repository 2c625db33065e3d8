package org.laurel.certificates.issued.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.laurel.certificates.issuance.domain.CertificateStatus;

/** Which lines of a course run's list of certificates an instructor wants. Source: certificates, instructor v2, issued. */
public enum IssuedFilter {
    /** Every certificate. */
    ALL,
    /** Granted and ready. */
    RECEIVED,
    /** Failing, or taken back. */
    NOT_RECEIVED,
    /** Audit track, passing. */
    AUDIT_PASSING,
    /** Audit track, failing. */
    AUDIT_NOT_PASSING,
    /** The file could not be made. */
    ERROR,
    /** Everybody on the allowlist, those without certificate included. */
    GRANTED_EXCEPTIONS,
    /** Certificates that staff have declared invalid. */
    INVALIDATED;

    /** Only certificates in one of these statuses; empty for any. */
    public Set<CertificateStatus> statuses() {
        return switch (this) {
            case RECEIVED -> Set.of(CertificateStatus.DOWNLOADABLE);
            case NOT_RECEIVED -> Set.of(CertificateStatus.NOTPASSING, CertificateStatus.UNAVAILABLE);
            case AUDIT_PASSING -> Set.of(CertificateStatus.AUDIT_PASSING);
            case AUDIT_NOT_PASSING -> Set.of(CertificateStatus.AUDIT_NOTPASSING);
            case ERROR -> Set.of(CertificateStatus.ERROR);
            case ALL, GRANTED_EXCEPTIONS, INVALIDATED -> Set.of();
        };
    }

    /** The name on the wire. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter with this name; empty when there is none. */
    public static Optional<IssuedFilter> of(String slug) {
        return Arrays.stream(values())
                .filter(filter -> filter.slug().equals(slug))
                .findFirst();
    }
}
