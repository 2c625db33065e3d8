package org.laurel.bridge.outbound.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.bridge.schema.SwitchableRegistry;
import org.laurel.bridge.schema.app.SchemaRefusals;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** The site lets the bridge read its registry and not write to it. */
@BridgeTest
@QuarkusTestResource(
        value = SwitchableRegistry.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "refuse", value = "true"))
class ReadOnlyRegistryTest {

    @Inject
    TopicChoice topics;

    @Inject
    SchemaRefusals refusals;

    @Test
    void whatCannotBeToldIsRememberedAndHoldsNothingUp() {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            // Given
            SimpleMeterRegistry metrics = new SimpleMeterRegistry();
            ToldKinds kinds = new ToldKinds(topics, refusals, metrics);

            // When
            String certificate = probe.send(certificate("6101"));
            String learner = probe.send(learner("6101"));

            // Then
            await().atMost(KafkaProbe.PATIENCE).until(() -> isTaken(certificate) && isTaken(learner));
            assertThat(Database.current().value("select author from heard_state where learner_id = '6101'"))
                    .isEqualTo("LAUREL");
            assertThat(Database.current().number("select count(*) from outbox where event_type like 'org.openedx.%'"))
                    .isZero();
            assertThat(kinds.isTold(Subject.Kind.CERTIFICATE)).isFalse();
            await().atMost(KafkaProbe.PATIENCE)
                    .until(
                            () -> metrics.get("laurel.openedx.kinds.refused")
                                    .gauge()
                                    .value(),
                            refused -> refused == 3);
        }
    }

    private static boolean isTaken(String event) {
        return !Database.current()
                .query("select 1 from inbox where event_id = ?", event)
                .isEmpty();
    }

    private static PlatformEvent learner(String learner) {
        return PlatformEvent.of("org.laurel.learner.changed.v1", learner, """
            {"learner_id": "%1$s", "username": "user-%1$s", "email": "%1$s@example.org", "name": "Name %1$s",
             "is_active": true, "version": 1, "occurred_at": "%2$s"}\
            """.formatted(learner, at(2)));
    }

    private static PlatformEvent certificate(String learner) {
        return PlatformEvent.of("org.laurel.course-cert.changed.v1", learner, """
            {"learner_id": "%1$s", "course_key": "course-v1:DemoX+ReadOnly+2026", "mode": "audit",
             "status": "downloadable", "previous_status": null, "grade": null, "name": "Name %1$s",
             "verify_uuid": null, "download_url": null, "created_at": "%2$s", "modified_at": "%2$s",
             "available_at": null, "date_override": null, "generation_mode": null, "reason": null, "version": 1,
             "occurred_at": "%2$s",
             "learner": {"learner_id": "%1$s", "username": "user-%1$s", "email": "%1$s@example.org",
                         "name": "Name %1$s", "is_active": true}}\
            """.formatted(learner, at(1)));
    }
}
