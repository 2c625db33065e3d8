package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.certificates.issuance.domain.Given.at;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.domain.FactOrder;

/** The machine of certificates that are files. Source: certificates, old state machine; decision 1; additions. */
class FileRulesTest {

    @TestFactory
    Stream<DynamicTest> commandsAndEvaluations() {
        return each("pdf, request waiting", """
                status           | add          | regenerate   | delete   | generate   | passing
                none             | generating   | -            | -        | generating | generating
                downloadable     | regenerating | regenerating | deleting | -          | -
                notpassing       | generating   | -            | -        | generating | generating
                unavailable      | generating   | -            | -        | generating | generating
                unverified       | generating   | -            | -        | generating | generating
                generating       | -            | -            | -        | -          | -
                regenerating     | -            | -            | -        | -          | -
                deleting         | generating   | -            | -        | generating | generating
                deleted          | generating   | -            | -        | generating | generating
                error            | generating   | regenerating | deleting | generating | generating
                restricted       | generating   | -            | -        | generating | generating
                audit_passing    | generating   | -            | -        | generating | generating
                audit_notpassing | generating   | -            | -        | generating | generating
                honor_passing    | generating   | -            | -        | generating | generating
                invalidated      | generating   | -            | -        | generating | generating
                requesting       | generating   | -            | -        | generating | generating
                auditing         | generating   | -            | -        | generating | generating
                """);
    }

    @TestFactory
    Stream<DynamicTest> answersOfTheRenderer() {
        return each("request waiting", """
                status           | made         | removed | rendering failed | made for another request | removed for another request | failed for another request
                none             | -            | -       | -                | -                        | -                           | -
                downloadable     | -            | -       | -                | -                        | -                           | -
                notpassing       | -            | -       | -                | -                        | -                           | -
                unavailable      | -            | -       | -                | -                        | -                           | -
                unverified       | -            | -       | -                | -                        | -                           | -
                generating       | downloadable | -       | error            | -                        | -                           | -
                regenerating     | downloadable | -       | error            | -                        | -                           | -
                deleting         | -            | deleted | error            | -                        | -                           | -
                deleted          | -            | -       | -                | -                        | -                           | -
                error            | -            | -       | -                | -                        | -                           | -
                restricted       | -            | -       | -                | -                        | -                           | -
                audit_passing    | -            | -       | -                | -                        | -                           | -
                audit_notpassing | -            | -       | -                | -                        | -                           | -
                honor_passing    | -            | -       | -                | -                        | -                           | -
                invalidated      | -            | -       | -                | -                        | -                           | -
                requesting       | -            | -       | -                | -                        | -                           | -
                auditing         | -            | -       | -                | -                        | -                           | -
                """);
    }

    @Test
    void nobodyAnswersForACertificateThatNobodyAskedTheRendererFor() {
        assertThat(Case.inWords(Case.of("has generating").when("made"))).isEqualTo("-");
    }

    @Test
    void theFirstFileMakesTheCertificateEarned() {
        // Given
        Certificate generating = Case.of("pdf").after("passing");
        assertThat(generating.earned()).isFalse();
        assertThat(generating.isPassed()).isTrue();

        // When
        Certificate made = answered(generating, new RenderAnswer.Made("f1", "/f1.pdf"));

        // Then
        assertThat(made.status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
        assertThat(made.earned()).isTrue();
        assertThat(made.reason()).isEqualTo(Reason.PASSED);
        assertThat(made.file())
                .isEqualTo(new CertificateFile(
                        "f1", "/f1.pdf", "", generating.file().requestId()));
    }

    @Test
    void regeneratingKeepsTheCertificateAndItsLastFile() {
        // Given
        Certificate made = answered(Case.of("pdf").after("passing"), new RenderAnswer.Made("f1", "/f1.pdf"));

        // When
        Certificate regenerating =
                Case.of("pdf, failing, allowlisted").holding(made).after("regenerate");

        // Then
        assertThat(regenerating.status()).isEqualTo(CertificateStatus.REGENERATING);
        assertThat(regenerating.earned()).isTrue();
        assertThat(regenerating.grade()).isEqualTo("0.4");
        assertThat(regenerating.file().downloadUrl()).isEqualTo("/f1.pdf");
        assertThat(regenerating.file().downloadUuid()).isEqualTo("f1");
    }

    @ParameterizedTest
    @CsvSource({
        "generate, enrolled in professional",
        "generate, identity approved",
        "generate, allowlist disabled",
        "add, generate",
        "regenerate, generate"
    })
    void anEvaluationTakesNothingBackWhileAnEarnedFileIsMadeAnew(String first, String second) {
        Case failing = Case.of("pdf, failing, identity required, unverified, has regenerating, request waiting");

        assertThat(Case.inWords(failing.when(first))).isEqualTo("-");
        assertThat(Case.inWords(failing.when(second))).isEqualTo("-");
    }

    @Test
    void anErrorAfterTheFirstGenerationWasNeverEarned() {
        Certificate failed = answered(Case.of("pdf").after("passing"), new RenderAnswer.Failed("No fonts."));

        assertThat(failed.status()).isEqualTo(CertificateStatus.ERROR);
        assertThat(failed.earned()).isFalse();
        assertThat(failed.reason()).isEqualTo(Reason.RENDERING_FAILED);
        assertThat(failed.file().errorReason()).isEqualTo("No fonts.");
        assertThat(failed.file().downloadUrl()).isEmpty();
        assertThat(failed.file().downloadUuid()).isEmpty();
    }

    @Test
    void makingAnewAfterAnErrorIsNotEarnedBeforeTheFileIsThere() {
        // Given
        Certificate failed = answered(Case.of("pdf").after("passing"), new RenderAnswer.Failed("No fonts."));

        // When
        Certificate again = Case.of("pdf").holding(failed).after("regenerate");

        // Then
        assertThat(again.status()).isEqualTo(CertificateStatus.REGENERATING);
        assertThat(again.earned()).isFalse();
        assertThat(again.file().errorReason()).isEmpty();
        assertThat(answered(again, new RenderAnswer.Made("f2", "/f2.pdf")).earned())
                .isTrue();
    }

    @Test
    void deletingAndDeletedLeaveEarned() {
        // Given
        Certificate made = answered(Case.of("pdf").after("passing"), new RenderAnswer.Made("f1", "/f1.pdf"));

        // When
        Certificate deleting = Case.of("pdf").holding(made).after("delete");
        Certificate deleted = answered(deleting, new RenderAnswer.Removed());
        Certificate failed = answered(deleting, new RenderAnswer.Failed("Disk is read-only."));

        // Then
        assertThat(deleting.status()).isEqualTo(CertificateStatus.DELETING);
        assertThat(deleting.reason()).isEqualTo(Reason.DELETION);
        assertThat(deleting.earned()).isFalse();
        assertThat(deleting.file().downloadUuid()).as("what is to be removed").isEqualTo("f1");
        assertThat(deleted.status()).isEqualTo(CertificateStatus.DELETED);
        assertThat(deleted.reason()).isEqualTo(Reason.DELETION);
        assertThat(deleted.earned()).isFalse();
        assertThat(deleted.file()).isEqualTo(CertificateFile.NONE);
        assertThat(failed.status()).isEqualTo(CertificateStatus.ERROR);
        assertThat(failed.earned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf,      '',  deleting",
        "pdf,      f1,  deleting",
        "passing,  f1,  deleting",
        "passing,  '',  deleted"
    })
    void theRendererIsAskedToRemoveWhatMayBeThere(String run, String file, String status) {
        Certificate there = Given.certificate(CertificateStatus.DOWNLOADABLE, "verified")
                .in(CertificateStatus.DOWNLOADABLE, Reason.PASSED, true, new CertificateFile(file, "", "", ""), at(5));

        assertThat(Case.of(run).holding(there).after("delete").status().slug()).isEqualTo(status);
    }

    @Test
    void aPageTakesThePlaceOfAFileOnceFilesAreSwitchedOff() {
        Certificate made = answered(Case.of("pdf").after("passing"), new RenderAnswer.Made("f1", "/f1.pdf"));

        Certificate page = Case.of("allowlisted, failing").holding(made).after("regenerate");

        assertThat(page.status()).isEqualTo(CertificateStatus.DOWNLOADABLE);
        assertThat(page.file()).isEqualTo(CertificateFile.NONE);
    }

    @Test
    void aFailingGradeTakesBackWhatIsInTheMakingAndItsAnswerComesTooLate() {
        // Given
        Certificate generating = Case.of("pdf").after("passing");

        // When
        Certificate failing = Case.of("pdf").holding(generating).after("failing");

        // Then
        assertThat(failing.status()).isEqualTo(CertificateStatus.NOTPASSING);
        assertThat(failing.file()).isEqualTo(CertificateFile.NONE);
        assertThat(answered(failing, generating.file().requestId(), new RenderAnswer.Made("f1", "/f1.pdf")))
                .isEqualTo(failing);
    }

    @Test
    void requestsOfDifferentTimesHaveDifferentIdsAndTheSameFactAlwaysTheSame() {
        Certificate first = Case.of("pdf").after("passing");
        Certificate repeated = Case.of("pdf").after("passing");

        assertThat(first.file().requestId())
                .matches("[0-9a-f]{32}")
                .isEqualTo(repeated.file().requestId());
        assertThat(FileRules.requestId(Case.of("pdf").situation()))
                .isNotEqualTo(FileRules.requestId(new Fold(Given.CASE, Given.terms(), Given.learner(), List.of())
                        .now(List.of(), new FactOrder(at(1), 0, 0, "", ""))));
    }

    @Test
    void aGeneratingCertificateThatNobodyIsAskedForIsAskedForAgain() {
        Certificate imported = Given.certificate(CertificateStatus.GENERATING, "verified");

        Certificate after = Case.of("pdf").holding(imported).after("generate");

        assertThat(after.status()).isEqualTo(CertificateStatus.GENERATING);
        assertThat(after.file().requestId()).isNotEmpty();
    }

    @Test
    void anAnswerComesRightAfterTheFactThatAskedForIt() {
        // Given
        FactOrder asked = new FactOrder(at(9), 1_000, Fact.Enrolled.KIND, "/enrollment", "e");

        // When
        Fact.Rendered answer = Fact.Rendered.to(at(9), "r1", new RenderAnswer.Removed());

        // Then
        assertThat(answer.order().isAfter(asked)).isTrue();
        assertThat(answer.order().occurredAt()).isEqualTo(at(9));
        assertThat(answer.order().kind()).isEqualTo(Fact.Rendered.KIND);
        assertThat(answer.order().id()).isEqualTo("r1");
    }

    private static Certificate answered(Certificate certificate, RenderAnswer answer) {
        return answered(certificate, certificate.file().requestId(), answer);
    }

    private static Certificate answered(Certificate certificate, String request, RenderAnswer answer) {
        return Case.of("pdf").holding(certificate).after(Fact.Rendered.to(at(Facts.NOW), request, answer));
    }

    private static Stream<DynamicTest> each(String run, String table) {
        Matrix matrix = Matrix.of(table);
        assertThat(matrix.rows()).hasSize(CertificateStatus.values().length + 1);
        return matrix.eachRow(
                (status, fact) -> Case.inWords(Case.of(run + ", has " + status).when(fact)));
    }
}
