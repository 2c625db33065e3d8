package org.laurel.certificates.generation.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.generation.domain.SelfAnswer.Accepted;
import org.laurel.certificates.generation.domain.SelfAnswer.Refused;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.kit.domain.FactOrder;

/**
 * What a learner may ask for, and what the answer is. Source: certificates, learner; decision 9. An entry on the allowlist counts
 * like a passing grade, since it grants without one.
 */
public final class SelfRequestRules {

    private static final Set<CertificateStatus> IN_THE_MAKING =
            EnumSet.of(CertificateStatus.GENERATING, CertificateStatus.REGENERATING, CertificateStatus.ERROR);

    private SelfRequestRules() {}

    /**
     * The answer where nothing is even tried: it is refused, or the certificate is there and only does not show yet.
     *
     * @param certificate the learner's certificate, null when there is none
     */
    public static Optional<SelfAnswer> beforehand(
            Terms terms, Standing standing, @Nullable Certificate certificate, Instant now) {
        if (!terms.site().selfGenerationEnabled()) {
            return refused("self_generation_disabled", "Learners do not request certificates themselves here.");
        }
        if (!terms.run().selfGenerationEnabled()) {
            return refused(
                    "self_generation_disabled", "Learners do not request certificates of this course run themselves.");
        }
        if (!standing.allowlisted() && !standing.meets(terms)) {
            return standing.passing() || !terms.run().completion().needsPassing()
                    ? refused(
                            "not_completed",
                            "Your certificate is available once you have completed enough of the course.")
                    : refused("not_passing", "Your certificate is available once you pass the course.");
        }
        CourseSettings settings = terms.settings();
        if (certificate == null || certificate.status() != CertificateStatus.DOWNLOADABLE) {
            return Optional.empty();
        }
        return settings != null && Visibility.isVisible(settings, now)
                ? refused("already_available", "Your certificate is available already.")
                : Optional.of(new Accepted());
    }

    /**
     * Whether the learner has asked before and nothing has happened since: asking again would add nothing to what is known.
     * What is only to happen, as far as clocks of others go ahead of ours, has not happened yet.
     *
     * @param facts what is known of the learner in the course run, in any order
     */
    public static boolean stillStands(
            List<? extends Fact> facts, TermsHistory terms, LearnerHistory learner, Instant now) {
        Optional<FactOrder> asked = facts.stream()
                .filter(SelfRequestRules::isOwnRequest)
                .<FactOrder>map(Fact::order)
                .max(Comparator.naturalOrder());
        return asked.isPresent()
                && Stream.of(
                                facts.stream().map(Fact::order),
                                terms.changes().stream().map(TermsHistory.Change::order),
                                learner.identities().stream().map(IdentityVerification::order),
                                learner.preferences().stream().map(CertificatePreferences::order),
                                learner.names().changes().stream())
                        .<FactOrder>flatMap(orders -> orders)
                        .noneMatch(order -> order.isAfter(asked.get())
                                && !order.occurredAt().isAfter(now));
    }

    private static boolean isOwnRequest(Fact fact) {
        return fact instanceof Fact.Requested request
                && request.command() == CertificateCommand.GENERATE
                && request.by() == GenerationMode.SELF;
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

    private static Optional<SelfAnswer> refused(String code, String why) {
        return Optional.of(new Refused(code, why));
    }
}
