package org.laurel.bridge.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;
import static org.laurel.bridge.schema.SwitchableRegistry.steer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Listener;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** The bridge starts for the first time, and the registry is away. */
@BridgeTest
@QuarkusTestResource(
        value = SwitchableRegistry.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "down", value = "true"))
class FirstStartTest {

    @Test
    void whatIsToBeSentWaitsForTheIdsOfItsSchemasAndNothingIsHalfDone() {
        try (KafkaProbe probe = KafkaProbe.fromNow();
                Listener site = new Listener("learning-certificate-lifecycle")) {
            // Given
            String id = probe.send(certificate("6004"));
            await().atMost(KafkaProbe.PATIENCE).until(() -> state().equals("stalled"));
            assertThat(Database.current().query("select 1 from inbox where event_id = ?", id))
                    .isEmpty();
            assertThat(Database.current().count("schema_id")).isZero();

            // When
            steer("/test/up");

            // Then
            Listener.Heard heard = site.await(6004, 1).getFirst();
            assertThat(((CertificateData) heard.data()).user()).isEqualTo(user(6004));
            int schema = ByteBuffer.wrap(heard.value(), 1, 4).getInt();
            assertThat(schema).isGreaterThan(5_000);
            assertThat(Database.current().number("select count(*) from schema_id where id = ?", schema))
                    .isEqualTo(1);
        }
    }

    private static PlatformEvent certificate(String learner) {
        return PlatformEvent.of("org.laurel.course-cert.changed.v1", learner, """
                {"learner_id": "%1$s", "course_key": "course-v1:DemoX+First+2026", "mode": "audit",
                 "status": "downloadable", "previous_status": null, "grade": null, "name": "Name %1$s",
                 "verify_uuid": null, "download_url": null, "created_at": "%2$s", "modified_at": "%2$s",
                 "available_at": null, "date_override": null, "generation_mode": null, "reason": null, "version": 1,
                 "occurred_at": "%2$s",
                 "learner": {"learner_id": "%1$s", "username": "user-%1$s", "email": "%1$s@example.org",
                             "name": "Name %1$s", "is_active": true}}""".formatted(learner, at(1)));
    }

    private static String state() {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/openedx/ops/consumers")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].state");
    }
}
