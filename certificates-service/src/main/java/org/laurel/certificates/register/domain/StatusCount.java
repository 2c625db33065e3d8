package org.laurel.certificates.register.domain;

import org.laurel.certificates.issuance.domain.CertificateStatus;

/** How many certificates have a status. */
public record StatusCount(CertificateStatus status, long count) {}
