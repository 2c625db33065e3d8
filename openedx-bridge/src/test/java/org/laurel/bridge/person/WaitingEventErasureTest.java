package org.laurel.bridge.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.outbound.domain.EnrollmentStep;
import org.laurel.bridge.outbound.domain.FactKind;
import org.laurel.bridge.outbound.domain.Notice;
import org.laurel.bridge.outbound.domain.OpenEdxFact;
import org.laurel.bridge.outbound.domain.Retelling;
import org.laurel.bridge.person.domain.Person;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.erasure.Erasure;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.sql.Sql;

/** What waits to be sent to Open edX loses the names of a learner who is retired meanwhile. */
@BridgeTest
class WaitingEventErasureTest {

    private static final Person ANN = new Person(
            new LearnerId("4101"),
            "ann",
            "ann@example.org",
            "Ann Example",
            true,
            1,
            Instant.parse("2026-01-01T00:00:00Z"));

    @Inject
    Outbox outbox;

    @Inject
    Erasure erasure;

    @Inject
    Sql sql;

    @Test
    void theNamesGoAndTheRestStays() {
        // Given
        CourseKey run = new CourseKey("course-v1:DemoX+Gone+2026");
        Cause cause = Cause.of("test", "1");
        Instant at = Instant.parse("2026-02-03T04:05:06Z");
        var certificate = new Notice.OfCertificate(
                FactKind.AWARDED,
                ANN,
                run,
                "audit",
                "downloadable",
                null,
                "Ann Example",
                null,
                1,
                Retelling.NO,
                at,
                cause);
        var enrollment = new Notice.OfEnrollment(
                ANN, run, null, new EnrollmentStep.Standing("audit", true), at, 1, Retelling.NO, at, cause);

        // When
        List<String> waiting = QuarkusTransaction.requiringNew().call(() -> {
            outbox.append(List.of(
                    new OpenEdxFact.CertificateTold(certificate, FactKind.AWARDED, "Intro"),
                    new OpenEdxFact.EnrollmentTold(
                            enrollment, new EnrollmentStep(EnrollmentStep.Kind.CREATED, "audit", true), "Intro")));
            erasure.erase(Map.of("4101", List.of("ann", "ann@example.org", "Ann Example")));
            return sql.query("select value from outbox where record_key = ?", row -> row.getString(1), run.value());
        });

        // Then
        assertThat(waiting)
                .hasSize(2)
                .allSatisfy(value -> assertThat(value)
                        .doesNotContainIgnoringCase("ann")
                        .contains("Intro", "\"id\":4101", "\"username\":\"4101\"", "\"name\":\"\""));
    }
}
