package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.e2e.Platform.soon;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.events.EventCatalogue;
import org.laurel.stack.Stack;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;
import org.laurel.stack.demo.Program;

/** The main job over all services: every test goes on where the one before ended. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {
    private final Platform platform;
    private final Learner learner;
    private final Learner auditor;
    private final Program program;
    private final Attempt first;
    private final Attempt second;
    private final Attempt audited;

    JourneyTest(Stack stack) {
        platform = Platform.of(stack);
        learner = Learner.of(platform.run(), "grace", "Grace Hopper");
        auditor = Learner.of(platform.run(), "alan", "Alan Turing");
        CourseRun compilers = CourseRun.of(platform.run(), "Compilers");
        CourseRun logic = CourseRun.of(platform.run(), "Logic");
        program = Program.of("Computing", List.of(compilers, logic));
        first = new Attempt(learner, compilers, Attempt.VERIFIED, 4, true, new BigDecimal("0.91"));
        second = new Attempt(learner, logic, Attempt.VERIFIED, 1, true, new BigDecimal("0.77"));
        audited = new Attempt(auditor, logic, Attempt.AUDIT, 0, true, new BigDecimal("0.99"));
    }

    @BeforeAll
    void register() {
        platform.registration().learner(learner);
        platform.registration().learner(auditor);
        program.courses().forEach(platform.registration()::course);
        platform.registration().program(program);
        List.of(first, second, audited).forEach(platform.registration()::enrollment);
    }

    @AfterAll
    void leave() {
        platform.close();
    }

    @Test
    @Order(1)
    void aPassingGradeBecomesACertificate() {
        // Given a learner who is enrolled

        // When
        platform.publisher().publish(PlatformFacts.passingStatus(first));

        // Then
        soon().untilAsserted(() -> assertThat(status(first)).isEqualTo("downloadable"));
        assertThat(platform.outcomes().certificate(learner, first.course())).hasValueSatisfying(certificate -> {
            assertThat(certificate.path("certificate_type").asText()).isEqualTo("verified");
            assertThat(certificate.path("grade").asText()).isEqualTo("0.91");
            assertThat(certificate.path("uuid").asText()).matches("[0-9a-f]{32}");
        });
        assertThat(programCredential()).isEqualTo("none");
    }

    @Test
    @Order(2)
    void theLastCertificateOfAProgramBecomesItsCredential() {
        // Given the certificate of the other course

        // When
        platform.publisher().publish(PlatformFacts.passingStatus(second));

        // Then
        soon().untilAsserted(() -> assertThat(programCredential()).isEqualTo("awarded"));
        soon().untilAsserted(() -> assertThat(
                        platform.journal().count(EventCatalogue.PROGRAM_CREDENTIAL_AWARDED, learner, program.uuid()))
                .isEqualTo(1));
    }

    @Test
    @Order(3)
    void completedBlocksMoveThePercentage() {
        // Given that nothing is completed yet

        // When
        PlatformFacts.completions(first).forEach(platform.publisher()::publish);
        PlatformFacts.completions(second).forEach(platform.publisher()::publish);

        // Then
        soon().untilAsserted(() ->
                assertThat(platform.outcomes().percent(learner, first.course())).contains(1.0));
        soon().untilAsserted(() -> assertThat(platform.outcomes().percent(learner, second.course()))
                .contains(0.25));
    }

    @Test
    @Order(4)
    void anAuditorPassesWithoutACertificateAndTheReasonIsExplained() {
        // Given a learner who audits

        // When
        platform.publisher().publish(PlatformFacts.passingStatus(audited));

        // Then
        soon().untilAsserted(() -> assertThat(platform.outcomes().explanation(auditor, audited.course()))
                .hasValueSatisfying(answer -> {
                    assertThat(answer.path("facts").path("passing").asBoolean()).isTrue();
                    assertThat(answer.path("outcome").asText()).isEqualTo("not_eligible");
                    assertThat(answer.path("trace").findValuesAsText("verdict")).contains("fail");
                }));
        assertThat(status(audited)).isEqualTo("none");
    }

    @Test
    @Order(5)
    void aFailingGradeTakesCertificateAndProgramCredentialBack() {
        // Given the program credential

        // When
        platform.publisher().publish(PlatformFacts.passingStatus(first.failingWith(new BigDecimal("0.4"))));

        // Then
        soon().untilAsserted(() -> assertThat(status(first)).isEqualTo("notpassing"));
        soon().untilAsserted(() -> assertThat(programCredential()).isEqualTo("revoked"));
        soon().untilAsserted(() -> assertThat(
                        platform.journal().count(EventCatalogue.PROGRAM_CREDENTIAL_REVOKED, learner, program.uuid()))
                .isEqualTo(1));
        assertThat(status(second)).isEqualTo("downloadable");
        assertThat(platform.journal().doubled()).isEmpty();
    }

    private String status(Attempt attempt) {
        return platform.outcomes().certificateStatus(attempt.learner(), attempt.course());
    }

    private String programCredential() {
        return platform.outcomes().programCredentialStatus(learner, program);
    }
}
