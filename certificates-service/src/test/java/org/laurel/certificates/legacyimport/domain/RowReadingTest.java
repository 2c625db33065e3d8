package org.laurel.certificates.legacyimport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.issuance.domain.CertificateStatus;

class RowReadingTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void takesTheExportingTablesNamesAndEmptyMembers() {
        // Given
        Map<String, String> row = new HashMap<>(Map.of(
                "user_id", "17",
                "course_id", "Org/Course/Run",
                "status", "downloadable",
                "created_date", "2013-05-01 10:00:00.123456",
                "modified_date", "2013-05-02 10:00:00+02:00"));
        row.put("verify_uuid", "");
        row.put("name", "");

        // When
        LegacyCertificate read = accepted(row);

        // Then
        assertThat(read.stated().verifyUuid()).isNull();
        assertThat(read.stated().name()).isEmpty();
        assertThat(read.stated().mode()).isEqualTo("honor");
        assertThat(read.stated().createdAt()).isEqualTo("2013-05-01T10:00:00.123456Z");
        assertThat(read.modifiedAt()).isEqualTo("2013-05-02T08:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void takesEveryStatus(CertificateStatus status) {
        // Given When
        LegacyCertificate read = accepted(with("status", status.slug()));

        // Then
        assertThat(read.stated().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "learner_id, '', MISSING_LEARNER",
        "learner_id, 'a b', BAD_LEARNER_ID",
        "course_key, nonsense, BAD_COURSE_KEY",
        "status, granted, UNKNOWN_STATUS",
        "mode, 'no mode', BAD_MODE",
        "grade, 88, BAD_GRADE",
        "grade, B, BAD_GRADE",
        "grade, 1e-999999999, BAD_GRADE",
        "verify_uuid, ABCDEF, BAD_VERIFY_UUID",
        "verify_uuid, 0123456789ABCDEF0123456789ABCDEF, BAD_VERIFY_UUID",
        "modified_at, yesterday, BAD_DATE",
        "modified_at, 2013-13-01T00:00:00Z, BAD_DATE",
        "created_at, 1812-01-01T00:00:00Z, BAD_DATE",
        "modified_at, 2026-06-01T00:06:00Z, FUTURE_DATE",
        "is_active, maybe, BAD_FLAG",
        "download_uuid, 0123456789abcdef0123456789abcdef0, TEXT_TOO_LONG",
    })
    void refusesWhatBreaksARule(String member, String value, RowCode code) {
        // Given When
        RowReading read = RowReading.read(with(member, value), NOW);

        // Then
        assertThat(read).isEqualTo(new RowReading.Refused(code));
    }

    @ParameterizedTest
    @CsvSource({"0.88, 0.88", "1, 1", "0.87654, 0.877", ".5, 0.5", "'', ''"})
    void keepsGradesAndRoundsThoseThatAreTooLong(String grade, String kept) {
        // Given When
        LegacyCertificate read = accepted(with("grade", grade));

        // Then
        assertThat(read.stated().grade()).isEqualTo(kept);
    }

    @Test
    void refusesARowWithoutAnyDate() {
        // Given
        Map<String, String> row = with("modified_at", "");

        // When
        RowReading read = RowReading.read(row, NOW);

        // Then
        assertThat(read).isEqualTo(new RowReading.Refused(RowCode.MISSING_DATE));
    }

    @Test
    void rowsThatSayTheSameHaveOneFingerprint() {
        // Given
        LegacyCertificate one = accepted(with("modified_at", "2020-01-01T00:00:00Z"));

        // When
        LegacyCertificate same = accepted(with("modified_at", "2020-01-01T01:00:00+01:00"));

        // Then
        assertThat(same.fingerprint())
                .isEqualTo(one.fingerprint())
                .isNotEqualTo(accepted(with("grade", "0.1")).fingerprint());
    }

    private static Map<String, String> with(String member, String value) {
        Map<String, String> row = new HashMap<>(Map.of(
                "learner_id", "17",
                "course_key", "course-v1:Org+Course+Run",
                "status", "downloadable",
                "modified_at", "2020-01-01T00:00:00Z"));
        row.put(member, value);
        return row;
    }

    private static LegacyCertificate accepted(Map<String, String> row) {
        RowReading read = RowReading.read(row, NOW);
        assertThat(read).isInstanceOf(RowReading.Accepted.class);
        return ((RowReading.Accepted) read).certificate();
    }
}
