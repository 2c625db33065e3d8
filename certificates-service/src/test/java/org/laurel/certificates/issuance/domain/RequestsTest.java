package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests do to certificates that are pages. Source: certificates, old state machine and eligibility; additions. */
class RequestsTest {

    @TestFactory
    Stream<DynamicTest> ofALearnerWhoPasses() {
        return requests("passing", """
                status           | generate     | add          | regenerate   | delete
                none             | downloadable | downloadable | -            | -
                downloadable     | -            | downloadable | downloadable | deleted
                notpassing       | downloadable | downloadable | -            | -
                unavailable      | downloadable | downloadable | -            | -
                unverified       | downloadable | downloadable | -            | -
                generating       | downloadable | -            | -            | -
                regenerating     | downloadable | -            | -            | -
                deleting         | downloadable | downloadable | -            | -
                deleted          | downloadable | downloadable | -            | -
                error            | downloadable | downloadable | downloadable | deleted
                restricted       | downloadable | downloadable | -            | -
                audit_passing    | downloadable | downloadable | -            | -
                audit_notpassing | downloadable | downloadable | -            | -
                honor_passing    | downloadable | downloadable | -            | -
                invalidated      | downloadable | downloadable | -            | -
                requesting       | downloadable | downloadable | -            | -
                auditing         | downloadable | downloadable | -            | -
                """);
    }

    @TestFactory
    Stream<DynamicTest> ofALearnerWhoFails() {
        return requests("failing", """
                status           | generate   | add        | regenerate | delete
                none             | -          | -          | -          | -
                downloadable     | -          | -          | -          | deleted
                notpassing       | -          | -          | -          | -
                unavailable      | notpassing | notpassing | -          | -
                unverified       | notpassing | notpassing | -          | -
                generating       | notpassing | -          | -          | -
                regenerating     | -          | -          | -          | -
                deleting         | notpassing | notpassing | -          | -
                deleted          | notpassing | notpassing | -          | -
                error            | notpassing | notpassing | notpassing | deleted
                restricted       | notpassing | notpassing | -          | -
                audit_passing    | notpassing | notpassing | -          | -
                audit_notpassing | notpassing | notpassing | -          | -
                honor_passing    | notpassing | notpassing | -          | -
                invalidated      | notpassing | notpassing | -          | -
                requesting       | notpassing | notpassing | -          | -
                auditing         | notpassing | notpassing | -          | -
                """);
    }

    @Test
    void regeneratingRefreshesNameGradeAndModeAndKeepsTheCreation() {
        // Given
        Certificate before = Given.certificate(CertificateStatus.DOWNLOADABLE, "honor");

        // When
        Certificate after = Case.of("in professional").holding(before).after("regenerate");

        // Then
        assertThat(after)
                .isEqualTo(new Certificate(
                        CertificateStatus.DOWNLOADABLE,
                        "professional",
                        "0.88",
                        Case.NAME,
                        Reason.PASSED,
                        GenerationMode.BATCH,
                        true,
                        CertificateFile.NONE,
                        before.createdAt(),
                        Given.at(Facts.NOW)));
    }

    @Test
    void regeneratingWhatIsUpToDateChangesNothing() {
        Certificate fresh = Case.of("passing").after("generate");

        Decision again = Case.of("passing").holding(fresh).when("regenerate");

        assertThat(again)
                .isInstanceOfSatisfying(
                        Decision.Unchanged.class,
                        unchanged -> assertThat(unchanged.why()).isEqualTo("The certificate is up to date."));
    }

    @ParameterizedTest
    @CsvSource({"SELF", "BATCH"})
    void aRequestTellsWhoAsked(GenerationMode by) {
        assertThat(Case.of("passing").after(Facts.asked("generate", by)).generationMode())
                .isEqualTo(by);
        assertThat(Case.of("has downloadable")
                        .after(Facts.asked("regenerate", by))
                        .generationMode())
                .isEqualTo(by);
        assertThat(Case.of("has downloadable").after(Facts.asked("add", by)).generationMode())
                .isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource({"passing, PASSED", "'passing, allowlisted', PASSED", "'failing, allowlisted', ALLOWLISTED"})
    void aGrantTellsWhy(String learner, Reason reason) {
        assertThat(Case.of(learner).after("generate").reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"passing, 0.88", "'failing, allowlisted', 0.4", "passing without a grade, ''"})
    void aGrantBearsTheGrade(String learner, String grade) {
        assertThat(Case.of(learner).after("generate").grade()).isEqualTo(grade);
    }

    @Test
    void deletingLeavesNoFileAndTakesTheCertificateAway() {
        Certificate after = Case.of("has downloadable").after("delete");

        assertThat(after.earned()).isFalse();
        assertThat(after.reason()).isEqualTo(Reason.DELETION);
        assertThat(after.file()).isEqualTo(CertificateFile.NONE);
        assertThat(after.modifiedAt()).isEqualTo(Given.at(Facts.NOW));
    }

    private static Stream<DynamicTest> requests(String learner, String table) {
        Matrix matrix = Matrix.of(table);
        assertThat(matrix.rows()).hasSize(CertificateStatus.values().length + 1);
        return matrix.eachRow((status, command) ->
                Case.inWords(Case.of(learner + ", has " + status).when(command)));
    }
}
