package org.laurel.certificates.generation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.SitePolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.generation.domain.SelfAnswer.Accepted;
import org.laurel.certificates.generation.domain.SelfAnswer.Refused;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Decision;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.Reasoning;
import org.laurel.certificates.issuance.domain.Standing;

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
        var obstacle = SelfRequestRules.obstacle(terms(site, run, visible), standing, certificate, NOW);

        // Then
        assertThat(obstacle.map(Refused::code).orElse(null)).isEqualTo(refusal);
    }

    @Test
    void acceptsTheAllowlistInPlaceOfAGrade() {
        // Given
        Standing standing = new Standing("verified", true, false, null, false, true, false, null);

        // When
        var obstacle = SelfRequestRules.obstacle(terms(true, true, true), standing, null, NOW);

        // Then
        assertThat(obstacle).isEmpty();
        assertThat(SelfRequestRules.answer(null, null, null)).isEqualTo(new Accepted());
    }

    private static Terms terms(boolean site, boolean run, boolean visible) {
        SitePolicy plain = SitePolicy.startingIn(IssuingMode.LIVE);
        return new Terms(
                new CourseSettings(1, 1, NOW, false, true, visible, "end", null, false, null, "Course", "Org"),
                new RunPolicy(1, NOW, null, false, run, false, null, null),
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
