package org.laurel.certificates.issuance.http;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.RunPolicyChange;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.SitePolicyChange;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Hypothesis;
import org.laurel.certificates.issuance.domain.Situation;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/**
 * Facts to assume. What is left out stays as it is known.
 *
 * @param completion how much of the course run is completed, from 0 to 1
 * @param completionThreshold how much has to be
 * @param generate whether a certificate is asked for after all other assumptions
 */
@Schema(description = "Facts to assume; what is left out stays as it is known.")
public record WhatIf(
        @Nullable Boolean passing,
        @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal grade,
        @Size(min = 1, max = 100) @Nullable String mode,
        @Nullable Boolean isActive,
        @Nullable Boolean betaTester,
        @Nullable Boolean allowlisted,
        @Nullable Boolean invalidated,
        @Nullable Boolean allowCertificate,

        @Pattern(regexp = "approved|pending|denied|expired|none") @Nullable String identityVerification,

        @Nullable Boolean examRejected,
        @Nullable Boolean htmlCertificatesEnabled,
        @Nullable Boolean pdfGeneration,
        @Nullable Boolean automaticGeneration,
        @Nullable Boolean identityVerificationRequired,
        @DecimalMin("0") @DecimalMax("1") @Nullable BigDecimal completion,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1") @Nullable BigDecimal completionThreshold,

        @Nullable Boolean completionRequiresPassing,
        @Nullable Boolean generate) {

    private static final String SOURCE = "/what-if";

    Hypothesis hypothesis(Situation known, Instant now) {
        return new Hypothesis(
                facts(known.standing(), now),
                identityVerification == null
                        ? null
                        : new IdentityVerification(order(now, IdentityVerification.KIND), identityVerification, null),
                allowCertificate == null
                        ? null
                        : new Hypothesis.Allowance(order(now, CertificatePreferences.KIND), allowCertificate),
                settings(known, now),
                run(known, now),
                site(known, now));
    }

    private List<Fact> facts(Standing standing, Instant now) {
        List<@Nullable Fact> facts = new ArrayList<>();
        if (mode != null || isActive != null) {
            String enrolledIn = mode == null ? standing.mode() : mode;
            boolean active = isActive == null || isActive;
            facts.add(
                    enrolledIn == null ? null : new Fact.Enrolled(order(now, Fact.Enrolled.KIND), enrolledIn, active));
        }
        if (passing != null) {
            BigDecimal by = grade == null ? standing.grade() : grade;
            facts.add(new Fact.PassingStatus(order(now, Fact.PassingStatus.KIND), passing, by));
        } else if (grade != null) {
            facts.add(new Fact.Graded(order(now, Fact.Graded.KIND), grade));
        }
        if (Boolean.TRUE.equals(examRejected)) {
            facts.add(new Fact.ExamRejected(order(now, Fact.ExamRejected.KIND), null));
        }
        if (betaTester != null) {
            facts.add(new Fact.BetaTester(order(now, Fact.BetaTester.KIND), betaTester));
        }
        if (allowlisted != null) {
            facts.add(new Fact.Allowlisted(
                    order(now, Fact.Allowlisted.KIND),
                    allowlisted ? Fact.Allowlisted.Entry.ENABLED : Fact.Allowlisted.Entry.REMOVED));
        }
        if (invalidated != null) {
            facts.add(new Fact.Invalidated(order(now, Fact.Invalidated.KIND), invalidated));
        }
        if (completion != null) {
            facts.add(new Fact.Progressed(order(now, Fact.Progressed.KIND), completion));
        }
        if (Boolean.TRUE.equals(generate)) {
            facts.add(new Fact.Requested(
                    order(now, Fact.Requested.KIND), CertificateCommand.GENERATE, GenerationMode.BATCH));
        }
        return facts.stream().filter(Objects::nonNull).toList();
    }

    private @Nullable CourseSettings settings(Situation known, Instant now) {
        CourseSettings newest = known.terms().settings();
        return newest == null || htmlCertificatesEnabled == null
                ? null
                : newest.withHtml(htmlCertificatesEnabled, now, Long.MAX_VALUE);
    }

    private @Nullable RunPolicy run(Situation known, Instant now) {
        CompletionRule.Change completionRule =
                new CompletionRule.Change(completionThreshold, completionRequiresPassing);
        boolean same = pdfGeneration == null && automaticGeneration == null;
        if (same && completionRule.equals(CompletionRule.Change.NONE)) {
            return null;
        }
        return new RunPolicyChange(
                        known.key().courseKey(),
                        now,
                        automaticGeneration,
                        pdfGeneration,
                        null,
                        null,
                        null,
                        null,
                        CatalogueFacts.NONE,
                        completionRule,
                        Set.of(),
                        Cause.of(SOURCE, SOURCE))
                .applyTo(known.terms().run());
    }

    private @Nullable SitePolicy site(Situation known, Instant now) {
        if (identityVerificationRequired == null && automaticGeneration == null) {
            return null;
        }
        return new SitePolicyChange(
                        now,
                        null,
                        identityVerificationRequired,
                        null,
                        Boolean.TRUE.equals(automaticGeneration) ? true : null,
                        null,
                        null,
                        null,
                        null,
                        Cause.of(SOURCE, SOURCE))
                .applyTo(known.terms().site());
    }

    /** Assumed facts come after the known ones of the same time. */
    private static FactOrder order(Instant now, int kind) {
        return new FactOrder(now, Long.MAX_VALUE - 1, kind, SOURCE, SOURCE);
    }
}
