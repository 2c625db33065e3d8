package org.laurel.certificates.lookup.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Standing;

class GradeReportEntryTest {

    @ParameterizedTest(name = "{0}, grade {1}, allowlisted {2}, certificate {3}: {4} {5} {6}")
    @CsvSource({
        "verified, 0.2, false, , Y, N, N/A",
        "verified, , false, , N, N, N/A",
        "honor, 0.9, false, , N, N, N/A",
        "honor, , true, , Y, N, N/A",
        "audit, 0.9, false, NOTPASSING, N, N, N/A",
        "honor, 0.9, false, DOWNLOADABLE, Y, Y, verified",
        "verified, 0.9, false, UNVERIFIED, Y, N, N/A",
        "honor, 0.9, false, GENERATING, N, N, N/A"
    })
    void tellsEligibleDeliveredAndType(
            String mode,
            @Nullable String grade,
            boolean allowlisted,
            @Nullable CertificateStatus stored,
            String eligible,
            String delivered,
            String type) {
        // Given
        BigDecimal graded = grade == null ? null : new BigDecimal(grade);
        Standing standing = new Standing(mode, true, false, graded, false, allowlisted, false, null);
        ShownCertificate shown = stored == null ? null : Sample.shown(stored, Sample.selfPaced());

        // When
        GradeReportEntry entry = GradeReportEntry.of(standing, shown, Sample.selfPaced(), Sample.NOW)
                .orElseThrow();

        // Then
        assertThat(GradeReportEntry.letter(entry.eligible())).isEqualTo(eligible);
        assertThat(GradeReportEntry.letter(entry.delivered())).isEqualTo(delivered);
        assertThat(entry.type()).isEqualTo(type);
    }

    @Test
    void aGrantedCertificateThatDoesNotShowIsEligibleAndNotDelivered() {
        // Given
        Terms ahead = Sample.showingFrom(2);
        ShownCertificate shown = Sample.shown(CertificateStatus.DOWNLOADABLE, ahead);

        // When
        var entry = GradeReportEntry.of(Sample.standing("honor", true, true, "0.9"), shown, ahead, Sample.NOW);

        // Then
        assertThat(entry).contains(new GradeReportEntry(true, false, "N/A"));
    }

    @Test
    void thereIsNoEntryForAnUnknownCourseRun() {
        // When
        var entry = GradeReportEntry.of(Sample.PASSING, null, Sample.unknownRun(), Sample.NOW);

        // Then
        assertThat(entry).isEmpty();
    }
}
