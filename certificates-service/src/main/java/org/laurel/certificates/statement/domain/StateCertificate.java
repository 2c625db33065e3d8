package org.laurel.certificates.statement.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.kit.domain.Cause;

/**
 * A service client states what a learner's certificate in a course run is.
 *
 * @param expected the entity tag that the client has read, {@code *} for any certificate, null when the client does not mind
 */
public record StateCertificate(
        CaseKey key,
        StatedCertificate certificate,
        @Nullable String expected,
        Cause cause) {}
