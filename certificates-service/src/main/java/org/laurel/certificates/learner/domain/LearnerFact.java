package org.laurel.certificates.learner.domain;

import org.laurel.kit.domain.FactOrder;

/** Something known of a learner that holds in all course runs. */
public sealed interface LearnerFact permits IdentityVerification, CertificatePreferences {

    /** The fact's place in business-time order. */
    FactOrder order();
}
