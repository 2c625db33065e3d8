package org.laurel.certificates.mode.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists of mode slugs and what being on one means (certificates description, section 1, CourseMode). A slug that is on
 * no list is a mode like any other: only the tests by list say no.
 */
public final class ModeLists {

    public static final String AUDIT = "audit";
    public static final String HONOR = "honor";
    public static final String VERIFIED = "verified";
    public static final String PROFESSIONAL = "professional";
    public static final String NO_ID_PROFESSIONAL = "no-id-professional";
    public static final String CREDIT = "credit";
    public static final String MASTERS = "masters";
    public static final String EXECUTIVE_EDUCATION = "executive-education";
    public static final String PAID_EXECUTIVE_EDUCATION = "paid-executive-education";
    public static final String UNPAID_EXECUTIVE_EDUCATION = "unpaid-executive-education";
    public static final String PAID_BOOTCAMP = "paid-bootcamp";
    public static final String UNPAID_BOOTCAMP = "unpaid-bootcamp";

    /** All modes that platforms know by name. */
    public static final Set<String> ALL_MODES = Set.of(
            AUDIT,
            CREDIT,
            HONOR,
            NO_ID_PROFESSIONAL,
            PROFESSIONAL,
            VERIFIED,
            MASTERS,
            EXECUTIVE_EDUCATION,
            PAID_EXECUTIVE_EDUCATION,
            UNPAID_EXECUTIVE_EDUCATION,
            PAID_BOOTCAMP,
            UNPAID_BOOTCAMP);

    /** Free modes that learners may upgrade from. */
    public static final Set<String> AUDIT_MODES = Set.of(AUDIT, HONOR, UNPAID_EXECUTIVE_EDUCATION, UNPAID_BOOTCAMP);

    /** Modes whose learners prove who they are. */
    public static final Set<String> VERIFIED_MODES =
            Set.of(VERIFIED, PROFESSIONAL, MASTERS, EXECUTIVE_EDUCATION, PAID_EXECUTIVE_EDUCATION, PAID_BOOTCAMP);

    /** Modes whose learners need no identity verification. */
    public static final Set<String> NON_VERIFIED_MODES = Set.of(HONOR, AUDIT, NO_ID_PROFESSIONAL);

    /** Modes that count towards academic credit. */
    public static final Set<String> CREDIT_MODES = Set.of(CREDIT);

    /** Modes whose learners may go on to credit. */
    public static final Set<String> CREDIT_ELIGIBLE_MODES = Set.of(
            VERIFIED, PROFESSIONAL, NO_ID_PROFESSIONAL, EXECUTIVE_EDUCATION, PAID_EXECUTIVE_EDUCATION, PAID_BOOTCAMP);

    /** Modes whose certificates matter to other systems. */
    public static final Set<String> CERTIFICATE_RELEVANT_MODES = Set.of(
            CREDIT,
            VERIFIED,
            PROFESSIONAL,
            NO_ID_PROFESSIONAL,
            EXECUTIVE_EDUCATION,
            PAID_EXECUTIVE_EDUCATION,
            PAID_BOOTCAMP,
            MASTERS);

    /** Modes whose learners are offered the verified mode. */
    public static final Set<String> UPSELL_TO_VERIFIED_MODES = Set.of(HONOR, AUDIT);

    private ModeLists() {}

    /**
     * Whether a mode's learners can get a certificate: those of every mode, unknown ones included, except audit, and except
     * honor when the deployment has switched honor certificates off.
     *
     * @param status of the certificate that is there already, null without one or when it does not count: an honor
     *     certificate that is {@code downloadable} stays eligible although honor is switched off
     */
    public static boolean isEligibleForCertificate(String slug, @Nullable String status, boolean honorDisabled) {
        return !slug.equals(AUDIT) && !(honorDisabled && slug.equals(HONOR) && !"downloadable".equals(status));
    }

    /** Professional with or without identity verification. */
    public static boolean isProfessional(String slug) {
        return slug.equals(PROFESSIONAL) || slug.equals(NO_ID_PROFESSIONAL);
    }

    /** On {@link #VERIFIED_MODES}. */
    public static boolean isVerified(String slug) {
        return VERIFIED_MODES.contains(slug);
    }

    /** On {@link #CREDIT_MODES}. */
    public static boolean isCredit(String slug) {
        return CREDIT_MODES.contains(slug);
    }

    /** On {@link #CREDIT_ELIGIBLE_MODES}. */
    public static boolean isCreditEligible(String slug) {
        return CREDIT_ELIGIBLE_MODES.contains(slug);
    }

    /** The audit mode itself, not the other free ones. */
    public static boolean isAudit(String slug) {
        return slug.equals(AUDIT);
    }

    /** The mode of master's students. */
    public static boolean isMasters(String slug) {
        return slug.equals(MASTERS);
    }

    /** On {@link #CERTIFICATE_RELEVANT_MODES}. */
    public static boolean isCertificateRelevant(String slug) {
        return CERTIFICATE_RELEVANT_MODES.contains(slug);
    }

    /** On {@link #UPSELL_TO_VERIFIED_MODES}. */
    public static boolean isUpsold(String slug) {
        return UPSELL_TO_VERIFIED_MODES.contains(slug);
    }

    /**
     * Whether learners may upgrade from the mode. Verified to credit does not count, although learners do take that step:
     * the verified mode is what others upgrade to.
     */
    public static boolean isUpgradeable(String slug) {
        return AUDIT_MODES.contains(slug);
    }
}
