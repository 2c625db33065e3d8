package org.laurel.bridge.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;

import io.quarkus.test.common.QuarkusTestResource;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.Listener;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.event.CertificateData;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** What is not known of schemas waits for the registry; what is, does not. */
@BridgeTest
@QuarkusTestResource(value = SwitchableRegistry.class, restrictToAnnotatedClass = true)
class RegistryOutageTest {

    private static final String GRADES = "laurel.grades";
    private static final CourseData COURSE = new CourseData("course-v1:DemoX+Outage+2026", "", null, null);

    @AfterEach
    void mend() {
        steer("/test/up");
    }

    @Test
    void aSchemaThatIsMetWhileTheRegistryIsAwayLetsThePollWaitAndNothingIsLost() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            know(88_001);
            steer("/test/down");
            String id = grade(6001, 88_001).by(probe);
            await().atMost(KafkaProbe.PATIENCE).until(() -> state().equals("stalled"));

            // When
            steer("/test/up");

            // Then
            probe.awaitEvent(GRADES, event -> "6001".equals(event.key()));
            assertThat(parked(id)).isZero();
        }
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsParkedAndTakesItsWayWhenItIsKnown() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            String id = grade(6002, 88_002).by(probe);
            grade(6003, Bus.schemaId(OpenEdxEvents.GRADE_SUMMARY_CHANGED)).by(probe);
            int parked = await().atMost(KafkaProbe.PATIENCE).until(() -> parked(id), found -> found > 0);

            // When
            know(88_002);

            // Then
            await().atMost(KafkaProbe.PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> given().auth()
                                    .oauth2(Tokens.staff())
                                    .post("/api/openedx/ops/parked-events/{id}/replay", parked)
                                    .statusCode()
                            == 200);
            probe.awaitEvent(GRADES, event -> "6002".equals(event.key()));
        }
    }

    @Test
    void whatIsToBeSentWaitsForTheIdsOfItsSchemasAndNothingIsHalfDone() {
        try (KafkaProbe probe = KafkaProbe.fromNow();
                Listener site = new Listener("learning-certificate-lifecycle")) {
            // Given
            Database.current().execute("delete from schema_id");
            steer("/test/down");
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
            assertThat(ByteBuffer.wrap(heard.value(), 1, 4).getInt()).isGreaterThan(5_000);
            assertThat(Database.current().count("schema_id")).isEqualTo(2);
        }
    }

    private static Bus.Sent grade(long user, int schema) {
        Bus.Sent sent = Bus.sent(
                OpenEdxEvents.GRADE_SUMMARY_CHANGED,
                new PersistentCourseGradeData(user, COURSE, at(0), "v", "hash", 0.5, "", at(1)),
                at(0));
        byte[] value = sent.value().clone();
        ByteBuffer.wrap(value).putInt(1, schema);
        return sent.with(value);
    }

    private static PlatformEvent certificate(String learner) {
        return PlatformEvent.of(
                "org.laurel.course-cert.changed.v1", learner, """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "audit", "status": "downloadable",
                 "previous_status": null, "grade": null, "name": "Name %1$s", "verify_uuid": null, "download_url": null,
                 "created_at": "%3$s", "modified_at": "%3$s", "available_at": null, "date_override": null,
                 "generation_mode": null, "reason": null, "version": 1, "occurred_at": "%3$s",
                 "learner": {"learner_id": "%1$s", "username": "user-%1$s", "email": "%1$s@example.org",
                             "name": "Name %1$s", "is_active": true}}""".formatted(learner, COURSE.courseKey(), at(1)));
    }

    private static void know(int id) {
        given().baseUri(registry())
                .body(AvroSchemas.value(OpenEdxEvents.GRADE_SUMMARY_CHANGED))
                .put("/test/schemas/" + id)
                .then()
                .statusCode(200);
    }

    private static void steer(String path) {
        given().baseUri(registry()).post(path).then().statusCode(200);
    }

    private static String registry() {
        return ConfigProvider.getConfig().getValue("laurel.openedx.registry-url", String.class);
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

    private static int parked(String eventId) {
        List<Integer> ids = given().auth()
                .oauth2(Tokens.staff())
                .get("/api/openedx/ops/parked-events")
                .then()
                .statusCode(200)
                .extract()
                .path("results.findAll { it.headers.ce_id == '" + eventId + "' }.id");
        return ids.isEmpty() ? 0 : ids.getFirst();
    }
}
