package org.laurel.certificates.generation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.CatalogueFacts;
import org.laurel.certificates.course.domain.CompletionRule;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.generation.domain.SelfAnswer.Accepted;
import org.laurel.certificates.generation.domain.SelfAnswer.Refused;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.Reasoning;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.learner.domain.CertificatePreferences;
import org.laurel.certificates.learner.domain.IdentityVerification;
import org.laurel.certificates.learner.domain.LearnerHistory;
import org.laurel.certificates.learner.domain.NameHistory;
import org.laurel.certificates.learner.domain.NameHistory.Name;
import org.laurel.kit.domain.FactOrder;

class SelfRequestRulesTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "generating, generating, certificate_in_the_making",
        "error, generating, certificate_in_the_making",
        "error, error, certificate_in_the_making",
        "error, downloadable,",
        ", generating,",
        ", downloadable,",
        "notpassing, downloadable,",
        ", unverified,",
        ", ,"
    })
    void tellsToWaitForAFileThatIsInTheMakingAlready(
            @Nullable String previous, @Nullable String now, @Nullable String refusal) {
        // Given
        Certificate certificate = now == null ? null : certificate(CertificateStatus.of(now));

        // When
        SelfAnswer answer =
                SelfRequestRules.answer(null, previous == null ? null : CertificateStatus.of(previous), certificate);

        // Then
        assertThat(answer instanceof Refused refused ? refused.code() : null).isEqualTo(refusal);
    }

    @Test
    void tellsTheReasonOfAVeto() {
        assertThat(SelfRequestRules.answer(new Decision.Vetoed("Sanctions.", Reasoning.NONE), null, null))
                .isEqualTo(new Refused("generation_not_allowed", "Sanctions."));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, , false,",
        "false, true, true, , true, self_generation_disabled",
        "true, false, true, , true, self_generation_disabled",
        "true, true, false, , true, not_passing",
        "true, true, true, downloadable, true, already_available",
        "true, true, true, downloadable, false,",
        "true, true, true, error, true,"
    })
    void refusesBeforeAnythingIsTried(
            boolean site,
            boolean run,
            boolean passing,
            @Nullable String status,
            boolean visible,
            @Nullable String refusal) {
        // Given
        Certificate certificate = status == null ? null : certificate(CertificateStatus.of(status));
        Standing standing = new Standing("verified", true, passing, BigDecimal.ONE, false, false, false, null);

        // When
        var answer = SelfRequestRules.beforehand(terms(site, run, visible), standing, certificate, NOW);

        // Then
        assertThat(answer.orElse(null) instanceof Refused refused ? refused.code() : null)
                .isEqualTo(refusal);
        assertThat(answer.filter(Accepted.class::isInstance).isPresent())
                .as("accepted without a trace")
                .isEqualTo("downloadable".equals(status) && refusal == null);
    }

    @ParameterizedTest(name = "completed {0}, passing {1}, grade needed {2}: {3}")
    @CsvSource({
        "0.8, true,  true,",
        "0.7, true,  true,  not_completed",
        "0.8, false, true,  not_passing",
        "0.7, false, true,  not_passing",
        "0.8, false, false,",
        "0.7, false, false, not_completed",
        "0.7, true,  false, not_completed"
    })
    void whereCompletionCountsItIsAskedFor(
            BigDecimal completed, boolean passing, boolean gradeNeeded, @Nullable String refusal) {
        // Given
        Standing standing = new Standing(
                "verified",
                true,
                passing,
                null,
                false,
                false,
                false,
                null,
                new Standing.Completion(completed, 1),
                false);
        CompletionRule rule = new CompletionRule(new BigDecimal("0.8"), gradeNeeded);

        // When
        var answer = SelfRequestRules.beforehand(terms(true, true, true, rule), standing, null, NOW);

        // Then
        assertThat(answer.orElse(null) instanceof Refused refused ? refused.code() : null)
                .isEqualTo(refusal);
    }

    @Test
    void acceptsTheAllowlistInPlaceOfAGrade() {
        // Given
        Standing standing = new Standing("verified", true, false, null, false, true, false, null);

        // When
        var answer = SelfRequestRules.beforehand(terms(true, true, true), standing, null, NOW);

        // Then
        assertThat(answer).isEmpty();
        assertThat(SelfRequestRules.answer(null, null, null)).isEqualTo(new Accepted());
    }

    @ParameterizedTest
    @CsvSource({
        // what is known besides the request of minute 5, at which minute; whether the request stands at minute 9
        "nothing,      0, true",
        "passing,      4, true",
        "passing,      6, false",
        "passing,     10, true",
        "batch,        6, false",
        "deletion,     6, false",
        "own,          6, true",
        "terms,        4, true",
        "terms,        6, false",
        "identity,     4, true",
        "identity,     6, false",
        "preferences,  6, false",
        "name,         6, false"
    })
    void aRequestStandsUntilSomethingHappens(String what, int minute, boolean stands) {
        // Given
        FactOrder order = order(minute, 6);
        Fact more = switch (what) {
            case "passing" -> new Fact.PassingStatus(order, true, BigDecimal.ONE);
            case "batch" -> new Fact.Requested(order, CertificateCommand.GENERATE, GenerationMode.BATCH);
            case "deletion" -> new Fact.Requested(order, CertificateCommand.DELETE, GenerationMode.BATCH);
            case "own" -> new Fact.Requested(order, CertificateCommand.GENERATE, GenerationMode.SELF);
            default -> new Fact.Enrolled(order(1, Fact.Enrolled.KIND), "verified", true);
        };
        RunPolicy policy = new RunPolicy(1, order.occurredAt(), null, false, true, false, null, null);
        LearnerHistory learner = new LearnerHistory(
                new NameHistory(
                        what.equals("name") ? List.of(new Name(at(1), "Ada"), new Name(at(minute), "Eve")) : List.of()),
                what.equals("identity") ? List.of(new IdentityVerification(order, "approved", null)) : List.of(),
                what.equals("preferences")
                        ? List.of(new CertificatePreferences(order, true, null, false, null, "private", 1))
                        : List.of());
        Fact asked =
                new Fact.Requested(order(5, Fact.Requested.KIND), CertificateCommand.GENERATE, GenerationMode.SELF);

        // When
        boolean still = SelfRequestRules.stillStands(
                List.of(asked, more),
                new TermsHistory(
                        List.of(),
                        what.equals("terms") ? List.of(policy) : List.of(),
                        List.of(),
                        SitePolicy.startingIn(IssuingMode.LIVE)),
                learner,
                at(9));

        // Then
        assertThat(still).isEqualTo(stands);
        assertThat(SelfRequestRules.stillStands(
                        List.of(new Fact.Requested(
                                order(5, Fact.Requested.KIND), CertificateCommand.GENERATE, GenerationMode.BATCH)),
                        new TermsHistory(List.of(), List.of(), List.of(), SitePolicy.startingIn(IssuingMode.LIVE)),
                        LearnerHistory.UNKNOWN,
                        at(9)))
                .as("somebody else's request")
                .isFalse();
    }

    private static FactOrder order(int minute, int kind) {
        return new FactOrder(at(minute), FactOrder.NO_SEQUENCE, kind, "/test", "test-" + minute);
    }

    private static Instant at(int minute) {
        return NOW.plusSeconds(60L * minute);
    }

    private static Terms terms(boolean site, boolean run, boolean visible) {
        return terms(site, run, visible, CompletionRule.NONE);
    }

    private static Terms terms(boolean site, boolean run, boolean visible, CompletionRule completion) {
        SitePolicy plain = SitePolicy.startingIn(IssuingMode.LIVE);
        return new Terms(
                new CourseSettings(1, 1, NOW, false, true, visible, "end", null, false, null, "Course", "Org"),
                new RunPolicy(1, NOW, null, false, run, false, null, null, CatalogueFacts.NONE, completion),
                new SitePolicy(1, NOW, true, false, false, true, site, false, false, plain.mode()));
    }

    private static Certificate certificate(CertificateStatus status) {
        return new Certificate(
                status,
                "verified",
                "0.8",
                "Ada",
                Reason.PASSED,
                GenerationMode.BATCH,
                status == CertificateStatus.DOWNLOADABLE,
                CertificateFile.NONE,
                NOW,
                NOW);
    }
}
