package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.RunPolicy;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;

/** The truth tables of dates and visibility. */
class VisibilityTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest(name = "row 46: {0}, before the end {1}, date {2}, end {3}, self-paced {4}: {5}")
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // row | automatic | self-paced | behavior | date | end | display date | available date
                "47: date past               | true  | false | end_with_date | past   | none   | date     | date",
                "47: date future             | true  | false | end_with_date | future | none   | modified | date",
                "48: automatic off, past     | false | false | end_with_date | past   | none   | modified | modified",
                "48: automatic off, future   | false | false | end_with_date | future | none   | modified | modified",
                "49: end                     | true  | false | end           | none   | past   | end      | modified",
                "49: end to come             | true  | false | end           | none   | future | end      | modified",
                "49: end, automatic off      | false | false | end           | none   | past   | end      | modified",
                "49: self-paced              | true  | true  | end           | none   | past   | modified | modified",
                "end without an end          | true  | false | end           | none   | none   | modified | modified",
                "early                       | true  | false | early_no_info | none   | past   | modified | modified",
                "self-paced with a date      | true  | true  | end_with_date | past   | none   | modified | modified",
            })
    void bearsTheDateOfTheRunWhereItUsesOne(
            String row,
            boolean automatic,
            boolean selfPaced,
            String behavior,
            String date,
            String end,
            String display,
            String available) {
        // Given
        Certificate certificate = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");
        RunPolicy run = new RunPolicy(1, NOW, automatic, false, false, false, null, null);
        Terms terms = new Terms(settings(behavior, false, date, end, selfPaced), run, Given.SITE);
        Map<String, @Nullable Instant> dates = new HashMap<>();
        dates.put("date", time(date));
        dates.put("end", time(end));
        dates.put("modified", certificate.modifiedAt());

        // When
        Instant shown = Visibility.displayDate(terms, issued(certificate, null), NOW);
        Instant from = Visibility.availableAt(terms, certificate);

        // Then
        assertThat(shown).as(row).isEqualTo(dates.get(display));
        assertThat(from).as(row).isEqualTo(dates.get(available));
        assertThat(Visibility.displayDate(terms, issued(certificate, Given.at(1)), NOW))
                .as("the date that staff have set goes before all others")
                .isEqualTo(Given.at(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // row | automatic | self-paced | behavior | date | end | expected date
                "date past                   | true  | false | end_with_date | past   | none   | date",
                "date to come                | true  | false | end_with_date | future | none   | date",
                "date, automatic off         | false | false | end_with_date | past   | none   | today",
                "date to come, automatic off | false | false | end_with_date | future | none   | today",
                "end                         | true  | false | end           | none   | past   | end",
                "end to come                 | true  | false | end           | none   | future | end",
                "end, automatic off          | false | false | end           | none   | future | end",
                "end without an end          | true  | false | end           | none   | none   | today",
                "early                       | true  | false | early_no_info | none   | future | today",
                "self-paced with an end      | true  | true  | end           | none   | past   | today",
                "self-paced with a date      | true  | true  | end_with_date | future | none   | today",
            })
    void aPreviewBearsTheDateThatACertificateGrantedNowWillBear(
            String row,
            boolean automatic,
            boolean selfPaced,
            String behavior,
            String date,
            String end,
            String expected) {
        // Given
        RunPolicy run = new RunPolicy(1, NOW, automatic, false, false, false, null, null);
        Terms terms = new Terms(settings(behavior, false, date, end, selfPaced), run, Given.SITE);
        Map<String, @Nullable Instant> dates = new HashMap<>();
        dates.put("date", time(date));
        dates.put("end", time(end));
        dates.put("today", NOW);
        Certificate granted = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");
        Instant lateEnough = NOW.plusSeconds(3600);

        // When
        Instant preview = Visibility.expectedDate(terms, NOW);

        // Then
        assertThat(preview).as(row).isEqualTo(dates.get(expected));
        assertThat(Visibility.displayDate(terms, issued(granted, null), lateEnough))
                .as("what the real page says once it shows")
                .isEqualTo(expected.equals("today") ? granted.modifiedAt() : preview);
    }

    @ParameterizedTest
    @CsvSource({"past", "future"})
    void whatIsReadWheneverTheCertificateShowsBearsTheDateOfTheRun(String date) {
        // Given
        Certificate certificate = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");
        CourseSettings settings = settings("end_with_date", false, date, "none", false);

        // When
        Instant shown = Visibility.displayDate(Given.terms(settings).newest(), issued(certificate, null), Instant.MAX);

        // Then
        assertThat(shown).isEqualTo(time(date));
    }

    @Test
    void aRunThatIsNotKnownHasNoDates() {
        Certificate certificate = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");
        Terms unknown = Given.terms().newest();

        assertThat(Visibility.displayDate(unknown, issued(certificate, null), NOW))
                .isEqualTo(certificate.modifiedAt());
        assertThat(Visibility.availableAt(unknown, certificate)).isEqualTo(certificate.modifiedAt());
        assertThat(Visibility.expectedDate(unknown, NOW)).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({"end_with_date, date", "end, end"})
    void theMomentItselfIsNotPast(String behavior, String which) {
        CourseSettings settings =
                new CourseSettings(1, 1, NOW, false, true, false, behavior, NOW, false, NOW, "Intro", "Org");

        assertThat(Visibility.isVisible(settings, NOW)).as(which).isFalse();
        assertThat(Visibility.isVisible(settings, NOW.plusMillis(1))).isTrue();
    }

    private static Issued issued(Certificate certificate, @Nullable Instant override) {
        return new Issued(certificate, certificate.modifiedAt(), override, "0".repeat(32), 1);
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
