package org.laurel.bridge.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;
import static org.laurel.bridge.Bus.user;
import static org.laurel.bridge.schema.SwitchableRegistry.steer;

import io.quarkus.test.common.QuarkusTestResource;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.Bus;
import org.laurel.bridge.openedx.avro.AvroSchemas;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.ExamAttemptData;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.kit.test.KafkaProbe;
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
    void aSchemaThatTheRegistryHasForgottenIsReadAsItToldOfItBefore() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // When
            String id = grade(6005, Bus.schemaId(OpenEdxEvents.GRADE_SUMMARY_CHANGED))
                    .by(probe);

            // Then
            probe.awaitEvent(GRADES, event -> "6005".equals(event.key()));
            assertThat(parked(id)).isZero();
        }
    }

    @Test
    void aRegistryThatWasSetUpAnewIsAskedAgainForANumberThatItGaveToAnotherSchema() {
        try (KafkaProbe probe = KafkaProbe.fromNow(GRADES)) {
            // Given
            know(88_003);
            grade(6006, 88_003).by(probe);
            probe.awaitEvent(GRADES, event -> "6006".equals(event.key()));
            steer("/test/anew");
            know(88_003, OpenEdxEvents.EXAM_ATTEMPT_REJECTED);

            // When
            String id = framed(
                            Bus.sent(
                                    OpenEdxEvents.EXAM_ATTEMPT_REJECTED,
                                    new ExamAttemptData(
                                            user(6007),
                                            COURSE.courseKey(),
                                            "block-v1:DemoX+Outage+2026",
                                            "timed",
                                            null),
                                    at(0)),
                            88_003)
                    .by(probe);

            // Then
            probe.awaitEvent(GRADES, event -> "6007".equals(event.key()));
            assertThat(parked(id)).isZero();
        }
    }

    private static Bus.Sent grade(long user, int schema) {
        return framed(
                Bus.sent(
                        OpenEdxEvents.GRADE_SUMMARY_CHANGED,
                        new PersistentCourseGradeData(user, COURSE, at(0), "v", "hash", 0.5, "", at(1)),
                        at(0)),
                schema);
    }

    private static Bus.Sent framed(Bus.Sent sent, int schema) {
        byte[] value = sent.value().clone();
        ByteBuffer.wrap(value).putInt(1, schema);
        return sent.with(value);
    }

    private static void know(int id) {
        know(id, OpenEdxEvents.GRADE_SUMMARY_CHANGED);
    }

    private static void know(int id, OpenEdxEvent<?> type) {
        given().baseUri(SwitchableRegistry.url())
                .body(AvroSchemas.value(type))
                .put("/test/schemas/" + id)
                .then()
                .statusCode(200);
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
