package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.domain.Learner;
import org.laurel.kit.domain.Cause;

/** What is written and told when the folded certificate is not the stored one. Source: decisions 4, 5 and 6. */
class DifferenceTest {

    private static final String PUBLIC_ID = "0123456789abcdef0123456789abcdef";
    private static final Terms TERMS = Given.terms(Given.settings()).newest();
    private static final Certificate GRANTED = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified");

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // stored | folded | told
                "none            | none            | nothing",
                "none            | downloadable    | CHANGED AWARDED",
                "none            | generating      | CHANGED",
                "none            | unverified      | CHANGED",
                "none            | restricted      | CHANGED",
                "downloadable    | downloadable    | nothing",
                "generating      | downloadable    | CHANGED AWARDED",
                "generating      | error           | CHANGED",
                "generating      | notpassing      | CHANGED",
                "notpassing      | downloadable    | CHANGED AWARDED",
                "unverified      | downloadable    | CHANGED AWARDED",
                "downloadable    | regenerating    | CHANGED",
                "regenerating    | downloadable    | CHANGED",
                "regenerating    | error           | CHANGED REVOKED",
                "regenerating    | notpassing      | CHANGED REVOKED",
                "downloadable    | notpassing      | CHANGED REVOKED",
                "downloadable    | unavailable     | CHANGED REVOKED",
                "downloadable    | unverified      | CHANGED REVOKED",
                "downloadable    | restricted      | CHANGED REVOKED",
                "downloadable    | deleting        | CHANGED REVOKED",
                "deleting        | deleted         | CHANGED",
                "notpassing      | unavailable     | CHANGED",
                "downloadable    | none            | CHANGED REVOKED",
                "notpassing      | none            | CHANGED",
            })
    void tellsWhatAReaderCouldSee(String stored, String folded, String told) {
        // Given
        Issued before = certificate(stored) == null ? null : issued(certificate(stored));

        // When
        Optional<Difference> difference = Difference.between(before, record(certificate(folded)), PUBLIC_ID, TERMS);

        // Then
        assertThat(difference.map(DifferenceTest::told).orElse("nothing")).isEqualTo(told);
    }

    @Test
    void theFirstVersionIsOneWithTheNewPublicId() {
        Difference difference = between(null, GRANTED);

        assertThat(difference.next()).isEqualTo(new Issued(GRANTED, at(5), null, PUBLIC_ID, 1));
        assertThat(difference.previous()).isNull();
        assertThat(difference.previousStatus()).isNull();
        assertThat(difference.occurredAt()).isEqualTo(GRANTED.modifiedAt());
    }

    @Test
    void aChangeCountsOneVersionAndKeepsPublicIdAndCreation() {
        // Given
        Issued stored = new Issued(GRANTED, at(5), null, "f".repeat(32), 7);
        Certificate folded = GRANTED.createdAt(at(1))
                .in(CertificateStatus.NOTPASSING, Reason.NOTPASSING_SIGNAL, false, CertificateFile.NONE, at(9));

        // When
        Difference difference = between(stored, folded);

        // Then
        assertThat(difference.next().version()).isEqualTo(8);
        assertThat(difference.next().verifyUuid()).isEqualTo(stored.verifyUuid());
        assertThat(difference.next().certificate().createdAt()).isEqualTo(GRANTED.createdAt());
        assertThat(difference.previous()).isEqualTo(stored);
        assertThat(difference.previousStatus()).isEqualTo(CertificateStatus.DOWNLOADABLE);
        assertThat(difference.occurredAt()).isEqualTo(at(9));
    }

    @Test
    void anotherTimeOfCreationAloneIsNoChange() {
        assertThat(Difference.between(issued(GRANTED), record(GRANTED.createdAt(at(1))), PUBLIC_ID, TERMS))
                .isEmpty();
    }

    @Test
    void aStatementBringsItsOwnTimeOfCreation() {
        Certificate stated =
                GRANTED.createdAt(at(1)).in(CertificateStatus.DOWNLOADABLE, Reason.STATED, true, GRANTED.file(), at(5));

        assertThat(between(issued(GRANTED), stated).next().certificate().createdAt())
                .isEqualTo(at(1));
    }

    @ParameterizedTest
    @CsvSource({"7, 7, false", "7, none, true", "none, 7, true", "7, 8, true", "none, none, false"})
    void aDateThatStaffSetIsAChangeOfItsOwn(String before, String after, boolean told) {
        // Given
        Issued stored = new Issued(GRANTED, at(5), date(before), PUBLIC_ID, 1);
        CourseRecord folded = record(GRANTED, date(after));

        // When
        Optional<Difference> difference = Difference.between(stored, folded, PUBLIC_ID, TERMS);

        // Then
        assertThat(difference.isPresent()).isEqualTo(told);
        difference.ifPresent(found -> {
            assertThat(found.next().dateOverride()).isEqualTo(date(after));
            assertThat(found.next().certificate()).isEqualTo(GRANTED);
            assertThat(found.occurredAt()).isEqualTo(folded.at());
            assertThat(found.presentsAnew()).isFalse();
        });
    }

    @Test
    void aNewCertificateBearsTheDateThatStaffHadSet() {
        Difference difference = Difference.between(null, record(GRANTED, at(7)), PUBLIC_ID, TERMS)
                .orElseThrow();

        assertThat(difference.next().dateOverride()).isEqualTo(at(7));
    }

    @Test
    void theDateOfTheRunDecidesFromWhenItIsSeen() {
        // Given
        CourseSettings dated = new CourseSettings(
                1, 1, at(0), false, true, false, CourseSettings.END_WITH_DATE, at(500), false, null, "Intro", "Org");

        // When
        Difference difference = Difference.between(
                        issued(GRANTED),
                        record(GRANTED),
                        PUBLIC_ID,
                        Given.terms(dated).newest())
                .orElseThrow();

        // Then
        assertThat(difference.next().availableAt()).isEqualTo(at(500));
        assertThat(told(difference)).isEqualTo("CHANGED");
    }

    @Test
    void whatWasNeverToBeGrantedKeepsOnlyItsPublicId() {
        // Given
        Certificate file = GRANTED.in(
                CertificateStatus.DOWNLOADABLE,
                Reason.PASSED,
                true,
                new CertificateFile("f1", "/f1.pdf", "", "r1"),
                at(5));

        // When
        Difference difference =
                Difference.between(issued(file), record(null), "unused", TERMS).orElseThrow();

        // Then
        assertThat(difference.next().verifyUuid()).isEqualTo(PUBLIC_ID);
        assertThat(difference.next().certificate())
                .isEqualTo(new Certificate(
                        CertificateStatus.UNAVAILABLE,
                        "verified",
                        "",
                        "Ada",
                        Reason.NEVER_GRANTED,
                        GenerationMode.BATCH,
                        false,
                        CertificateFile.NONE,
                        at(5),
                        at(Facts.NOW)));
        assertThat(Difference.between(difference.next(), record(null), "unused", TERMS))
                .as("it is taken back once")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void onlyWaitingStatusesAskTheRendererAndOnlyOnce(CertificateStatus status) {
        // Given
        boolean waits = status == CertificateStatus.GENERATING
                || status == CertificateStatus.REGENERATING
                || status == CertificateStatus.DELETING;
        Certificate waiting = with(status, "r2", false, at(9));

        // When
        Difference asked = between(issued(with(CertificateStatus.NOTPASSING, "r1", false, at(5))), waiting);
        Difference askedFirst = between(null, waiting);
        Difference repeated = between(issued(with(CertificateStatus.NOTPASSING, "r2", false, at(5))), waiting);
        Difference withoutRequest =
                between(issued(with(CertificateStatus.NOTPASSING, "", false, at(5))), with(status, "", false, at(9)));

        // Then
        assertThat(asked.asksRenderer()).isEqualTo(waits);
        assertThat(askedFirst.asksRenderer()).isEqualTo(waits);
        assertThat(repeated.asksRenderer()).isFalse();
        assertThat(withoutRequest.asksRenderer()).isFalse();
        assertThat(asked.presentsAnew()).isEqualTo(waits);
    }

    @Test
    void thePageIsFixedWhenTheCertificateIsGrantedAndNeitherByTheAnswerNorByALateFact() {
        Certificate page = with(CertificateStatus.DOWNLOADABLE, "", true, at(9));
        Certificate made = with(CertificateStatus.DOWNLOADABLE, "r1", true, at(9));

        assertThat(between(null, page).presentsAnew()).as("granted").isTrue();
        assertThat(between(issued(with(CertificateStatus.NOTPASSING, "", false, at(5))), page)
                        .presentsAnew())
                .as("granted again")
                .isTrue();
        assertThat(between(issued(GRANTED), page).presentsAnew())
                .as("another date")
                .isFalse();
        assertThat(between(issued(with(CertificateStatus.GENERATING, "r1", false, at(9))), made)
                        .presentsAnew())
                .as("answered")
                .isFalse();
        assertThat(between(issued(GRANTED), with(CertificateStatus.NOTPASSING, "", false, at(9)))
                        .presentsAnew())
                .as("taken back")
                .isFalse();
    }

    private static Difference between(@Nullable Issued stored, Certificate folded) {
        return Difference.between(stored, record(folded), PUBLIC_ID, TERMS).orElseThrow();
    }

    private static String told(Difference difference) {
        var facts = CertificateFact.telling(
                Given.CASE, difference, TERMS, Learner.unknown(Given.CASE.learnerId()), Cause.of("test", "test"));
        facts.forEach(fact -> {
            assertThat(fact.state()).isEqualTo(facts.getFirst().state());
            assertThat(fact.state().certificate()).isEqualTo(difference.next().certificate());
            assertThat(fact.state().version()).isEqualTo(difference.next().version());
            assertThat(fact.state().previousStatus()).isEqualTo(difference.previousStatus());
        });
        return String.join(
                " ",
                facts.stream()
                        .map(fact -> switch (fact) {
                            case CertificateFact.Changed ignored -> "CHANGED";
                            case CertificateFact.Awarded ignored -> "AWARDED";
                            case CertificateFact.Revoked ignored -> "REVOKED";
                        })
                        .toList());
    }

    private static @Nullable Certificate certificate(String status) {
        return status.equals("none") ? null : Given.certificate(CertificateStatus.of(status), "verified");
    }

    private static Certificate with(CertificateStatus status, String request, boolean earned, Instant at) {
        return GRANTED.in(status, Reason.PASSED, earned, new CertificateFile("", "", "", request), at);
    }

    private static Issued issued(@Nullable Certificate certificate) {
        return new Issued(Objects.requireNonNull(certificate), at(5), null, PUBLIC_ID, 1);
    }

    private static CourseRecord record(@Nullable Certificate certificate) {
        return record(certificate, null);
    }

    private static CourseRecord record(@Nullable Certificate certificate, @Nullable Instant override) {
        Standing standing = new Standing("verified", true, true, null, false, false, false, override);
        return new CourseRecord(standing, certificate, Facts.order(0), 0, 0);
    }

    private static @Nullable Instant date(String minute) {
        return minute.equals("none") ? null : at(Integer.parseInt(minute));
    }
}
