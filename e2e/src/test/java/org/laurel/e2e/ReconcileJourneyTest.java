package org.laurel.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.e2e.Platform.soon;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Stack;
import org.laurel.stack.demo.Attempt;
import org.laurel.stack.demo.CourseRun;
import org.laurel.stack.demo.Learner;
import org.laurel.stack.demo.PlatformFacts;
import org.laurel.stack.demo.Program;

/** What is told once more fills whoever lost it and changes nothing of whoever has it. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconcileJourneyTest {
    private static final List<LaurelService> IN_ORDER = List.of(
            LaurelService.ENROLLMENT, LaurelService.COMPLETION, LaurelService.CERTIFICATES, LaurelService.PROGRAMS);

    private final Stack stack;
    private final Platform platform;
    private final Caller staff;
    private final Program program;
    private final Attempt attempt;

    ReconcileJourneyTest(Stack stack) {
        this.stack = stack;
        platform = Platform.of(stack);
        staff = Caller.service(stack);
        CourseRun optics = CourseRun.of(platform.run(), "Optics");
        program = Program.of("Light", List.of(optics));
        attempt = new Attempt(
                Learner.of(platform.run(), "lise", "Lise Meitner"),
                optics,
                Attempt.VERIFIED,
                4,
                true,
                new BigDecimal("0.95"));
    }

    @BeforeAll
    void earn() {
        platform.registration().learner(attempt.learner());
        platform.registration().course(attempt.course());
        platform.registration().program(program);
        platform.registration().enrollment(attempt);
        PlatformFacts.completions(attempt).forEach(platform.publisher()::publish);
        platform.publisher().publish(PlatformFacts.passingStatus(attempt));
        soon().untilAsserted(() -> assertThat(credential()).isEqualTo("awarded"));
        soon().untilAsserted(() -> assertThat(platform.outcomes().percent(attempt.learner(), attempt.course()))
                .contains(1.0));
    }

    @AfterAll
    void leave() {
        platform.close();
    }

    @Test
    @Order(1)
    void nothingChangesWhereEverythingIsKnown() {
        // Given
        Map<String, Long> before = versions();

        // When
        IN_ORDER.forEach(this::reconcile);

        // Then
        assertThat(versions()).isEqualTo(before);
        assertThat(platform.journal()
                        .count(
                                EventCatalogue.COURSE_CERT_AWARDED,
                                attempt.learner(),
                                attempt.course().key()))
                .isEqualTo(1);
        soon().untilAsserted(() -> assertThat(platform.journal()
                        .count(EventCatalogue.PROGRAM_CREDENTIAL_AWARDED, attempt.learner(), program.uuid()))
                .isEqualTo(2));
    }

    @Test
    @Order(2)
    void whoLostItHasItAgain() {
        // Given
        for (String table : List.of("program_credential", "course_credential", "certificate_version", "learner")) {
            count(
                    LaurelService.PROGRAMS,
                    "with gone as (delete from " + table
                            + " where learner_id = ? returning 1) select count(*) from gone");
        }
        assertThat(credential()).isEqualTo("none");

        // When
        reconcile(LaurelService.ENROLLMENT);
        reconcile(LaurelService.CERTIFICATES);

        // Then
        soon().untilAsserted(() -> assertThat(credential()).isEqualTo("awarded"));
        assertThat(count(LaurelService.PROGRAMS, "select count(*) from learner where learner_id = ?"))
                .isEqualTo(1);
    }

    private String credential() {
        return platform.outcomes().programCredentialStatus(attempt.learner(), program);
    }

    /** How many versions of the learner's states there ever were. */
    private Map<String, Long> versions() {
        String select = "select count(*) from %s_history where learner_id = ?";
        return Map.of(
                "enrollment", count(LaurelService.ENROLLMENT, select.formatted("enrollment")),
                "learner", count(LaurelService.ENROLLMENT, select.formatted("learner")),
                "certificate", count(LaurelService.CERTIFICATES, select.formatted("certificate")),
                "course_credential", count(LaurelService.PROGRAMS, select.formatted("course_credential")),
                "program_credential", count(LaurelService.PROGRAMS, select.formatted("program_credential")),
                "progress",
                        count(
                                LaurelService.COMPLETION,
                                "select sum(version) from course_progress where learner_id = ?"));
    }

    /** Has a service tell of the course run once more, and waits until it has told and its most important reader has heard it. */
    private void reconcile(LaurelService service) {
        JsonNode begun = staff.post(
                service.operationsPath() + "/reconcile",
                Map.of("course_key", attempt.course().key()));
        String correlation = "reconcile:" + begun.path("job_id").asText();
        switch (service) {
            case ENROLLMENT -> heard(LaurelService.CERTIFICATES, EventCatalogue.ENROLLMENT_CHANGED, correlation);
            case COMPLETION -> heard(LaurelService.CERTIFICATES, EventCatalogue.COMPLETION_PROGRESSED, correlation);
            case CERTIFICATES -> heard(LaurelService.PROGRAMS, EventCatalogue.COURSE_CERT_CHANGED, correlation);
            case PROGRAMS -> soon().until(() -> count(service, "select count(*) from outbox where ? <> ''") == 0);
            case BRIDGE -> throw new IllegalArgumentException("the bridge is no part of this stack");
        }
    }

    private void heard(LaurelService receiver, EventType<?> type, String correlation) {
        String received = "select count(*) from flow_entry where received and record_key = ? and event_type = '"
                + type.name() + "' and correlation_id = '" + correlation + "'";
        soon().until(() -> count(receiver, received) == 1);
    }

    private long count(LaurelService service, String sql) {
        try (Connection connection = stack.database(service).connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, attempt.learner().id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
