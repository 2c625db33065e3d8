package org.laurel.certificates.sharing.domain;

import java.time.Instant;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/**
 * A learner shared their own certificate. Source: certificates, tracking events.
 *
 * @param mode the certified mode
 * @param address where the certificate is: a path of this origin, or the full address of a file elsewhere
 */
public record CertificateShare(
        CaseKey key,
        String verifyUuid,
        String mode,
        SocialNetwork network,
        String address,
        Instant occurredAt,
        Cause cause)
        implements DomainFact {}
