package org.laurel.certificates.generation.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.generation.domain.SelfAnswer.Accepted;
import org.laurel.certificates.generation.domain.SelfAnswer.Refused;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.Visibility;

/**
 * What a learner may ask for, and what the answer is. Source: certificates, learner; decision 9. An entry on the allowlist counts
 * like a passing grade, since it grants without one.
 */
public final class SelfRequestRules {

    private static final Set<CertificateStatus> IN_THE_MAKING =
            EnumSet.of(CertificateStatus.GENERATING, CertificateStatus.REGENERATING, CertificateStatus.ERROR);

    private SelfRequestRules() {}

    /**
     * Why nothing is even tried.
     *
     * @param certificate the learner's certificate, null when there is none
     */
    public static Optional<Refused> obstacle(
            Terms terms, Standing standing, @Nullable Certificate certificate, Instant now) {
        if (!terms.site().selfGenerationEnabled()) {
            return refused("self_generation_disabled", "Learners do not request certificates themselves here.");
        }
        if (!terms.run().selfGenerationEnabled()) {
            return refused(
                    "self_generation_disabled", "Learners do not request certificates of this course run themselves.");
        }
        if (!standing.passing() && !standing.allowlisted()) {
            return refused("not_passing", "Your certificate is available once you pass the course.");
        }
        CourseSettings settings = terms.settings();
        boolean there = certificate != null && certificate.status() == CertificateStatus.DOWNLOADABLE;
        return there && settings != null && Visibility.isVisible(settings, now)
                ? refused("already_available", "Your certificate is available already.")
                : Optional.empty();
    }

    /**
     * The answer once the certificate was evaluated.
     *
     * @param previous its status before, null when there was none
     * @param now the certificate as it is stored now, null when there is none
     */
    public static SelfAnswer answer(
            @Nullable Decision decision, @Nullable CertificateStatus previous, @Nullable Certificate now) {
        if (decision instanceof Decision.Vetoed vetoed) {
            return new Refused("generation_not_allowed", vetoed.why());
        }
        boolean wasInTheMaking = previous != null && IN_THE_MAKING.contains(previous);
        boolean isInTheMaking = now != null && IN_THE_MAKING.contains(now.status());
        return wasInTheMaking && isInTheMaking
                ? new Refused("certificate_in_the_making", "Your certificate is being made. Come back in a while.")
                : new Accepted();
    }

    private static Optional<Refused> refused(String code, String why) {
        return Optional.of(new Refused(code, why));
    }
}
