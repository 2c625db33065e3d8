package org.laurel.certificates.issuance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each fact means for a certificate in each status: the status that it changes to, a dash for no change. Source:
 * certificates, signals listened to.
 */
class ReactionsTest {

    @TestFactory
    Stream<DynamicTest> gradesEnrollmentsAndIdentitiesOfALearnerWhoPasses() {
        return reactions("passing", """
                status           | passing      | failing    | enrolled in honor | enrolled in verified | unenrolled from verified | identity approved
                none             | downloadable | -          | downloadable      | downloadable         | -                        | downloadable
                downloadable     | -            | notpassing | -                 | -                    | -                        | -
                notpassing       | downloadable | -          | downloadable      | -                    | -                        | downloadable
                unavailable      | downloadable | -          | downloadable      | -                    | -                        | downloadable
                unverified       | downloadable | -          | downloadable      | downloadable         | -                        | downloadable
                generating       | -            | notpassing | downloadable      | -                    | -                        | downloadable
                regenerating     | -            | notpassing | downloadable      | -                    | -                        | downloadable
                deleting         | downloadable | -          | downloadable      | -                    | -                        | downloadable
                deleted          | downloadable | -          | downloadable      | -                    | -                        | downloadable
                error            | downloadable | -          | downloadable      | -                    | -                        | downloadable
                restricted       | downloadable | -          | downloadable      | -                    | -                        | downloadable
                audit_passing    | downloadable | -          | downloadable      | -                    | -                        | downloadable
                audit_notpassing | downloadable | -          | downloadable      | -                    | -                        | downloadable
                honor_passing    | downloadable | -          | downloadable      | -                    | -                        | downloadable
                invalidated      | downloadable | -          | downloadable      | -                    | -                        | downloadable
                requesting       | downloadable | -          | downloadable      | -                    | -                        | downloadable
                auditing         | downloadable | -          | downloadable      | -                    | -                        | downloadable
                """);
    }

    @TestFactory
    Stream<DynamicTest> whatStaffAndExamsDoToALearnerWhoPasses() {
        return reactions("passing", """
                status           | exam rejected | allowlist removed | invalidated | invalidation off | allowlist enabled | allowlist disabled
                none             | -             | -                 | -           | downloadable     | downloadable      | -
                downloadable     | unavailable   | unavailable       | unavailable | -                | -                 | -
                notpassing       | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                unavailable      | -             | -                 | -           | downloadable     | downloadable      | -
                unverified       | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                generating       | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                regenerating     | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                deleting         | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                deleted          | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                error            | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                restricted       | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                audit_passing    | -             | -                 | -           | downloadable     | downloadable      | -
                audit_notpassing | -             | -                 | -           | downloadable     | downloadable      | -
                honor_passing    | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                invalidated      | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                requesting       | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                auditing         | unavailable   | unavailable       | unavailable | downloadable     | downloadable      | -
                """);
    }

    @TestFactory
    Stream<DynamicTest> allowanceTestingAndWhatDecidesNothingForALearnerWhoPasses() {
        return reactions("passing", """
                status           | barred     | allowed      | no beta tester | beta tester | renamed | graded | date set | identity denied
                none             | restricted | -            | downloadable   | -           | -       | -      | -        | -
                downloadable     | restricted | -            | -              | -           | -       | -      | -        | -
                notpassing       | restricted | -            | downloadable   | -           | -       | -      | -        | -
                unavailable      | restricted | -            | downloadable   | -           | -       | -      | -        | -
                unverified       | restricted | -            | downloadable   | -           | -       | -      | -        | -
                generating       | restricted | -            | downloadable   | -           | -       | -      | -        | -
                regenerating     | restricted | -            | downloadable   | -           | -       | -      | -        | -
                deleting         | restricted | -            | downloadable   | -           | -       | -      | -        | -
                deleted          | restricted | -            | downloadable   | -           | -       | -      | -        | -
                error            | restricted | -            | downloadable   | -           | -       | -      | -        | -
                restricted       | -          | downloadable | downloadable   | -           | -       | -      | -        | -
                audit_passing    | restricted | -            | downloadable   | -           | -       | -      | -        | -
                audit_notpassing | restricted | -            | downloadable   | -           | -       | -      | -        | -
                honor_passing    | restricted | -            | downloadable   | -           | -       | -      | -        | -
                invalidated      | restricted | -            | downloadable   | -           | -       | -      | -        | -
                requesting       | restricted | -            | downloadable   | -           | -       | -      | -        | -
                auditing         | restricted | -            | downloadable   | -           | -       | -      | -        | -
                """);
    }

    @TestFactory
    Stream<DynamicTest> aLearnerWhoFails() {
        return reactions("failing", """
                status           | failing    | enrolled in honor | identity approved | allowlist enabled | invalidation off | barred     | allowed    | no beta tester
                none             | -          | -                 | -                 | downloadable      | -                | -          | -          | -
                downloadable     | notpassing | -                 | -                 | -                 | -                | restricted | -          | -
                notpassing       | -          | -                 | -                 | downloadable      | -                | -          | -          | -
                unavailable      | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                unverified       | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                generating       | notpassing | notpassing        | notpassing        | downloadable      | notpassing       | restricted | -          | -
                regenerating     | notpassing | -                 | -                 | downloadable      | -                | restricted | -          | -
                deleting         | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                deleted          | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                error            | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                restricted       | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | notpassing | -
                audit_passing    | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                audit_notpassing | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                honor_passing    | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                invalidated      | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                requesting       | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                auditing         | -          | notpassing        | notpassing        | downloadable      | notpassing       | -          | -          | -
                """);
    }

    @TestFactory
    Stream<DynamicTest> aFailingLearnerOnTheAllowlist() {
        return reactions("failing, allowlisted", """
                status           | failing | passing      | exam rejected | allowlist removed | invalidated | enrolled in honor | barred
                none             | -       | downloadable | -             | -                 | -           | downloadable      | restricted
                downloadable     | -       | -            | -             | unavailable       | unavailable | -                 | restricted
                notpassing       | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                unavailable      | -       | downloadable | -             | -                 | -           | downloadable      | restricted
                unverified       | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                generating       | -       | -            | -             | unavailable       | unavailable | downloadable      | restricted
                regenerating     | -       | -            | -             | unavailable       | unavailable | downloadable      | restricted
                deleting         | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                deleted          | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                error            | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                restricted       | -       | downloadable | -             | unavailable       | unavailable | downloadable      | -
                audit_passing    | -       | downloadable | -             | -                 | -           | downloadable      | restricted
                audit_notpassing | -       | downloadable | -             | -                 | -           | downloadable      | restricted
                honor_passing    | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                invalidated      | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                requesting       | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                auditing         | -       | downloadable | -             | unavailable       | unavailable | downloadable      | restricted
                """);
    }

    @TestFactory
    Stream<DynamicTest> aPassingLearnerWithoutTheIdentityVerificationThatIsRequired() {
        return reactions("identity required, unverified", """
                status           | passing    | failing    | enrolled in professional | enrolled in honor | identity denied | identity approved | allowlist enabled | no beta tester
                none             | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                downloadable     | -          | notpassing | -                        | -                 | -               | -                 | -                 | -
                notpassing       | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                unavailable      | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                unverified       | -          | -          | -                        | downloadable      | -               | downloadable      | -                 | -
                generating       | -          | notpassing | unverified               | downloadable      | -               | downloadable      | unverified        | -
                regenerating     | -          | notpassing | -                        | downloadable      | -               | downloadable      | -                 | -
                deleting         | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                deleted          | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                error            | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                restricted       | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                audit_passing    | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                audit_notpassing | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                honor_passing    | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                invalidated      | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                requesting       | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                auditing         | unverified | -          | unverified               | downloadable      | -               | downloadable      | unverified        | -
                """);
    }

    @TestFactory
    Stream<DynamicTest> aPassingLearnerUnderAnInvalidation() {
        return reactions("invalidated", """
                status           | passing     | failing    | enrolled in honor | identity approved | allowlist enabled | invalidated | invalidation off
                none             | -           | -          | -                 | -                 | -                 | -           | downloadable
                downloadable     | -           | notpassing | unavailable       | unavailable       | unavailable       | unavailable | -
                notpassing       | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                unavailable      | -           | -          | -                 | -                 | -                 | -           | downloadable
                unverified       | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                generating       | -           | notpassing | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                regenerating     | -           | notpassing | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                deleting         | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                deleted          | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                error            | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                restricted       | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                audit_passing    | unavailable | -          | unavailable       | unavailable       | unavailable       | -           | downloadable
                audit_notpassing | unavailable | -          | unavailable       | unavailable       | unavailable       | -           | downloadable
                honor_passing    | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                invalidated      | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                requesting       | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                auditing         | unavailable | -          | unavailable       | unavailable       | unavailable       | unavailable | downloadable
                """);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "barred, has restricted                                           | exam rejected     | -",
                "barred, has restricted                                           | allowlist removed | -",
                "barred, has restricted                                           | invalidated       | -",
                "barred, failing, has notpassing                                  | exam rejected     | unavailable",
                "in audit, has restricted                                         | allowed           | unavailable",
                "invalidated, has restricted                                      | allowed           | unavailable",
                "identity required, unverified, failing, has restricted           | allowed           | unavailable",
                "identity required, unverified, has restricted                    | allowed           | unverified",
            })
    void barringBeatsEverythingAndLeavesNothingRestrictedBehind(String learner, String fact, String becomes) {
        assertThat(Case.inWords(Case.of(learner).when(fact))).isEqualTo(becomes);
    }

    private static Stream<DynamicTest> reactions(String learner, String table) {
        Matrix matrix = Matrix.of(table);
        assertThat(matrix.rows()).hasSize(CertificateStatus.values().length + 1);
        return matrix.eachRow((status, fact) ->
                Case.inWords(Case.of(learner + ", has " + status).when(fact)));
    }
}
