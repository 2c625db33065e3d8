package org.laurel.certificates.issuance.domain;

/** Rules about enrollment modes that certificates depend on. Source: certificates, course modes. */
public final class Mode {

    private static final String AUDIT = "audit";

    private Mode() {}

    /** Whether a learner in this mode can get a certificate: every mode but audit. */
    public static boolean isEligible(String slug) {
        return !slug.equals(AUDIT);
    }
}
