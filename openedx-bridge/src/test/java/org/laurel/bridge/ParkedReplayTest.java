package org.laurel.bridge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.laurel.bridge.Bus.at;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.openedx.event.CourseData;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.PersistentCourseGradeData;
import org.laurel.bridge.schema.db.SchemaTable;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** What operators do about records of the bus that could not be read. */
@BridgeTest
class ParkedReplayTest {

    private static final String PARKED = "/api/openedx/ops/parked-events";
    private static final int PARKED_SCHEMA = 77_001;

    @Inject
    SchemaTable schemas;

    @Test
    void aRecordOfAnotherSchemaIsRefusedOnReplayAndDiscarded() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.grades")) {
            // Given a schema id under which something else is known, which reads as nonsense
            schemas.keepWriter(PARKED_SCHEMA, "{\"type\": \"record\", \"name\": \"Other\", \"fields\": []}");
            Bus.Sent sent = Bus.sent(
                    OpenEdxEvents.GRADE_SUMMARY_CHANGED,
                    new PersistentCourseGradeData(
                            5001,
                            new CourseData("course-v1:DemoX+Replay+2026", "", null, null),
                            at(0),
                            "v",
                            "hash",
                            0.5,
                            "",
                            at(1)),
                    at(0));
            byte[] value = sent.value().clone();
            ByteBuffer.wrap(value).putInt(1, PARKED_SCHEMA);
            String id = sent.with(value).by(probe);
            int parked = await().atMost(KafkaProbe.PATIENCE).until(() -> parked(id), found -> found > 0);

            // When
            given().auth()
                    .oauth2(Tokens.staff())
                    .post(PARKED + "/{id}/replay", parked)
                    .then()
                    .statusCode(422);
            given().auth()
                    .oauth2(Tokens.staff())
                    .post(PARKED + "/{id}/discard", parked)
                    .then()
                    .statusCode(200);

            // Then
            sent.by(probe);
            probe.awaitEvent("laurel.grades", event -> "5001".equals(event.key()));
        }
    }

    private static int parked(String eventId) {
        List<Integer> ids = given().auth()
                .oauth2(Tokens.staff())
                .get(PARKED)
                .then()
                .statusCode(200)
                .extract()
                .path("results.findAll { it.headers.ce_id == '" + eventId + "' }.id");
        return ids.isEmpty() ? 0 : ids.getFirst();
    }
}
