package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.kit.domain.FactOrder;

/** Certificates that another system states. Source: certificates, legacy import; additions, service clients. */
class StatementsTest {

    @ParameterizedTest
    @EnumSource(CertificateStatus.class)
    void everyStatusIsTakenOverWhateverTheRulesSay(CertificateStatus status) {
        Certificate after = Case.of("failing, html off, unknown run").after(stated(status, "Ada King", at(1), at(2)));

        assertThat(after.status()).isEqualTo(status);
        assertThat(after.earned())
                .isEqualTo(status == CertificateStatus.DOWNLOADABLE || status == CertificateStatus.REGENERATING);
        assertThat(after.reason()).isEqualTo(Reason.STATED);
    }

    @Test
    void everythingIsTakenOver() {
        Certificate after = Case.of("has notpassing").after(stated(CertificateStatus.ERROR, "Ada King", at(1), at(2)));

        assertThat(after)
                .isEqualTo(new Certificate(
                        CertificateStatus.ERROR,
                        "xseries",
                        "0.75",
                        "Ada King",
                        Reason.STATED,
                        GenerationMode.BATCH,
                        false,
                        new CertificateFile("f9", "/f9.pdf", "Once failed.", ""),
                        at(1),
                        at(2)));
    }

    @ParameterizedTest
    @CsvSource({"has notpassing, 5", "no certificate, 100"})
    void whatIsLeftOutIsWhatTheCertificateHasOrTheTimeOfTheStatement(String learner, int createdAt) {
        Certificate after = Case.of(learner).after(stated(CertificateStatus.DOWNLOADABLE, null, null, null));

        assertThat(after.name()).isEqualTo(Case.NAME);
        assertThat(after.createdAt()).isEqualTo(at(createdAt));
        assertThat(after.modifiedAt()).isEqualTo(at(Facts.NOW));
    }

    @Test
    void theSameStatementAgainChangesNothing() {
        // Given
        Fact statement = stated(CertificateStatus.DOWNLOADABLE, "Ada King", at(1), at(2));
        Certificate stated = Case.of("passing").after(statement);

        // When
        Decision again = Case.of("passing").holding(stated).when(statement);
        Decision created = Case.of("passing")
                .holding(stated)
                .when(stated(CertificateStatus.DOWNLOADABLE, "Ada King", at(0), at(2)));
        Decision named = Case.of("passing")
                .holding(stated)
                .when(stated(CertificateStatus.DOWNLOADABLE, "Ada Byron", at(1), at(2)));

        // Then
        assertThat(Case.inWords(again)).isEqualTo("-");
        assertThat(Case.inWords(created)).isEqualTo("downloadable");
        assertThat(Case.inWords(named)).isEqualTo("downloadable");
    }

    @Test
    void laterFactsGoOnFromWhatWasStated() {
        Certificate stated = Case.of("passing").after(stated(CertificateStatus.DOWNLOADABLE, "Ada King", at(1), at(2)));

        Certificate failing = Case.of("passing").holding(stated).after("failing");

        assertThat(failing.status()).isEqualTo(CertificateStatus.NOTPASSING);
        assertThat(failing.createdAt()).isEqualTo(at(1));
        assertThat(failing.reason()).isEqualTo(Reason.NOTPASSING_SIGNAL);
    }

    @Test
    void ofNumberedStatementsTheLastOneHoldsWhateverTimesTheyState() {
        // Given
        Fact first = numbered(1, CertificateStatus.DOWNLOADABLE, 10);
        Fact wrong = numbered(2, CertificateStatus.UNAVAILABLE, 60);
        Fact again = numbered(3, CertificateStatus.DOWNLOADABLE, 10);
        Fact failing = Given.failing(80);

        // When
        Fold.Result undone = Given.fold(Given.settings()).all(List.of(wrong, again, first), List.of(again));
        Fold.Result later = Given.fold(Given.settings()).all(List.of(failing, again, wrong, first), List.of());
        CourseRecord wrongly = Given.fold(Given.settings())
                .all(List.of(first, wrong), List.of(wrong))
                .record();

        // Then
        assertThat(undone.record().certificate())
                .extracting(Certificate::status, Certificate::createdAt, Certificate::modifiedAt)
                .containsExactly(CertificateStatus.DOWNLOADABLE, at(1), at(10));
        assertThat(later.record().certificate())
                .extracting(Certificate::status)
                .isEqualTo(CertificateStatus.NOTPASSING);
        assertThat(wrongly.certificate()).extracting(Certificate::status).isEqualTo(CertificateStatus.UNAVAILABLE);
        assertThat(Given.fold(Given.settings()).continues(wrongly, List.of(numbered(3, CertificateStatus.ERROR, 70))))
                .as("a statement that replaces one is no step on top of it")
                .isFalse();
    }

    @Test
    void statementsWithoutNumberAndOfOtherSourcesStay() {
        // Given
        Fact numbered = numbered(7, CertificateStatus.DOWNLOADABLE, 10);
        Fact other = new Fact.Stated(
                new FactOrder(at(10), 9, Fact.Stated.KIND, "/other", "o"), ((Fact.Stated) numbered).certificate());
        Fact plain = stated(CertificateStatus.ERROR, null, null, null);

        // When
        List<Fact> inForce = Statements.inForce(List.of(numbered, other, plain, Given.failing(1)));

        // Then
        assertThat(inForce).containsExactly(numbered, other, plain, Given.failing(1));
    }

    private static Fact numbered(long number, CertificateStatus status, int minute) {
        return new Fact.Stated(
                new FactOrder(at(minute), number, Fact.Stated.KIND, "/i", "i" + minute),
                new StatedCertificate(status, "honor", "0.9", "Ada", null, at(1), at(minute), "", "", ""));
    }

    private static Fact stated(
            CertificateStatus status,
            @Nullable String name,
            @Nullable Instant createdAt,
            @Nullable Instant modifiedAt) {
        return new Fact.Stated(
                Facts.order(Fact.Stated.KIND),
                new StatedCertificate(
                        status,
                        "xseries",
                        "0.75",
                        name,
                        "0".repeat(32),
                        createdAt,
                        modifiedAt,
                        "f9",
                        "/f9.pdf",
                        "Once failed."));
    }
}
