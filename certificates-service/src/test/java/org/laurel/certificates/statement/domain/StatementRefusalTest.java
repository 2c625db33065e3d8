package org.laurel.certificates.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** When a certificate that another system states is refused. Source: additions, service clients; decision 6. */
class StatementRefusalTest {

    private static final Instant TIME = Instant.parse("2026-02-03T04:00:00Z");
    private static final String PUBLIC_ID = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_ID = "f".repeat(32);
    private static final CaseKey KEY = new CaseKey(new LearnerId("7"), new CourseKey("course-v1:Org+Intro+2026"));
    private static final CaseKey OTHER = new CaseKey(new LearnerId("8"), KEY.courseKey());

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // learner known, retired, course run known, refusal
                "true,  false, true,  none",
                "true,  true,  true,  LEARNER_RETIRED",
                "false, true,  false, LEARNER_RETIRED",
                "false, false, true,  LEARNER_NOT_FOUND",
                "false, false, false, LEARNER_NOT_FOUND",
                "true,  false, false, COURSE_RUN_NOT_FOUND"
            })
    void whoAndWhatIsKnown(boolean learner, boolean retired, boolean courseRun, @Nullable StatementRefusal refusal) {
        var known = new StatementRefusal.Known(learner, retired, courseRun, null, null);

        assertThat(StatementRefusal.of(command(null, null), known).orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // expected, whether there is a certificate, refusal
                "none,                                false, none",
                "none,                                true,  none",
                "*,                                   true,  none",
                "*,                                   false, CHANGED_MEANWHILE",
                "0123456789abcdef0123456789abcdef-3,  true,  none",
                "0123456789abcdef0123456789abcdef-3,  false, CHANGED_MEANWHILE",
                "0123456789abcdef0123456789abcdef-2,  true,  CHANGED_MEANWHILE"
            })
    void whatTheClientHasRead(@Nullable String expected, boolean there, @Nullable StatementRefusal refusal) {
        var known = new StatementRefusal.Known(true, false, true, there ? issued() : null, null);

        assertThat(StatementRefusal.of(command(null, expected), known).orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void aCertificateKeepsItsPublicId() {
        var known = new StatementRefusal.Known(true, false, true, issued(), KEY);

        assertThat(StatementRefusal.of(command(PUBLIC_ID, null), known)).isEmpty();
        assertThat(StatementRefusal.of(command(OTHER_ID, null), known)).contains(StatementRefusal.PUBLIC_ID_IS_KEPT);
    }

    @Test
    void aPublicIdIsNeverGivenTwice() {
        var free = new StatementRefusal.Known(true, false, true, null, null);
        var own = new StatementRefusal.Known(true, false, true, null, KEY);
        var taken = new StatementRefusal.Known(true, false, true, null, OTHER);

        assertThat(StatementRefusal.of(command(PUBLIC_ID, null), free)).isEmpty();
        assertThat(StatementRefusal.of(command(PUBLIC_ID, null), own)).isEmpty();
        assertThat(StatementRefusal.of(command(PUBLIC_ID, null), taken)).contains(StatementRefusal.PUBLIC_ID_IS_TAKEN);
        assertThat(StatementRefusal.of(command(null, null), taken)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StatementRefusal.class)
    void everyRefusalIsASentence(StatementRefusal refusal) {
        assertThat(refusal.detail()).endsWith(".").hasSizeGreaterThan(20);
    }

    private static StateCertificate command(@Nullable String publicId, @Nullable String expected) {
        return new StateCertificate(
                KEY,
                new StatedCertificate(
                        CertificateStatus.DOWNLOADABLE, "honor", "", null, publicId, null, null, "", "", ""),
                expected,
                Cause.of("client", "request"));
    }

    private static Issued issued() {
        Certificate certificate = new Certificate(
                CertificateStatus.DOWNLOADABLE,
                "honor",
                "",
                "Ada",
                Reason.PASSED,
                GenerationMode.BATCH,
                true,
                CertificateFile.NONE,
                TIME,
                TIME);
        return new Issued(certificate, TIME, null, PUBLIC_ID, 3);
    }
}
