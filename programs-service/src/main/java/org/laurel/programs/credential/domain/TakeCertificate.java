package org.laurel.programs.credential.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.programs.learner.domain.Learner;

/**
 * Take in a version of a course certificate.
 *
 * @param learner who the learner was for the sender, which may lag
 */
public record TakeCertificate(CaseKey key, CertificateVersion certificate, Learner learner, Cause cause) {}
