package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.CourseSettings;

/** The truth tables of dates and visibility. */
class VisibilityTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "early_no_info, false, past, future, false, true",
        "end, true, none, future, false, true",
        "end_with_date, true, future, future, false, true",
        "end_with_date, false, past, future, false, true",
        "end_with_date, false, future, past, false, false",
        "end_with_date, false, none, past, false, false",
        "end, false, past, future, false, false",
        "end, false, none, past, false, true",
        "end, false, none, none, false, false",
        "end, false, none, none, true, true"
    })
    void showsCertificatesByTheCourseRunsSettings(
            String behavior, boolean beforeEnd, String date, String end, boolean selfPaced, boolean visible) {
        CourseSettings settings = settings(behavior, beforeEnd, date, end, selfPaced);

        assertThat(Visibility.isVisible(settings, NOW)).isEqualTo(visible);
    }

    @ParameterizedTest
    @CsvSource({
        "end_with_date, past, false, date",
        "end_with_date, future, false, date",
        "end_with_date, none, false, modified",
        "end_with_date, past, true, modified",
        "end, past, false, modified",
        "early_no_info, past, false, modified"
    })
    void dependsOnTheDateWhereTheCourseRunUsesOne(String behavior, String date, boolean selfPaced, String expected) {
        Certificate certificate = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");
        CourseSettings settings = settings(behavior, false, date, "none", selfPaced);

        Instant available = Visibility.availableAt(Given.terms(settings).newest(), certificate);

        assertThat(available).isEqualTo(expected.equals("date") ? time(date) : certificate.modifiedAt());
    }

    private static CourseSettings settings(
            String behavior, boolean beforeEnd, String date, String end, boolean selfPaced) {
        return new CourseSettings(
                1, 1, NOW, false, true, selfPaced, behavior, time(date), beforeEnd, time(end), "Intro", "Org");
    }

    private static @Nullable Instant time(String word) {
        return switch (Objects.requireNonNull(word)) {
            case "past" -> NOW.minusSeconds(60);
            case "future" -> NOW.plusSeconds(60);
            default -> null;
        };
    }
}
