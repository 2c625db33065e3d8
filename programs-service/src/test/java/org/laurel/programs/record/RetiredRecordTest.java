package org.laurel.programs.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;

/** Whoever leaves is found by no link any more. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetiredRecordTest {

    @Test
    void aPublicLinkEndsWithTheRetirement() {
        // Given
        RecordStory record = RecordStory.of("recleave", List.of(List.of("A"))).certified(2, "A");
        String link = record.shared();
        given().auth()
                .oauth2(record.story().token())
                .get("/api/programs/v1/learners/user-recleave/data")
                .then()
                .body(
                        "data.shared_records[0].program_uuid",
                        equalTo(record.story().program(1)));

        // When
        retire(record);

        // Then
        await("link ended")
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> given().get(link).statusCode() == 404);
        await("names erased")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(
                                Database.current().query("""
                                select r.changed_by, r.revoked_at from shared_record_history r where r.learner_id = ?
                                order by history_id desc limit 1
                                """, record.story().learnerId()))
                        .allSatisfy(row -> {
                            assertThat(row.get("changed_by"))
                                    .isEqualTo(record.story().learnerId());
                            assertThat(row.get("revoked_at")).isNotNull();
                        }));
    }

    /** A token outlives its owner's account. */
    @Test
    void whoHasLeftSharesAndSendsNothing() {
        // Given
        RecordStory record = RecordStory.of("recgone", List.of(List.of("A"))).certified(2, "A");
        long pathway = record.pathway(16_060, "credit", "published", "gone@partner.example");
        retire(record);
        await("learner erased")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(Database.current()
                                .value(
                                        "select username from learner where learner_id = ?",
                                        record.story().learnerId()))
                        .isEqualTo(""));

        // When
        ValidatableResponse sent = record.send(record.story().token(), pathway);

        // Then
        sent.statusCode(404).body("error_code", equalTo("learner_not_found"));
        record.share(record.story().token()).statusCode(404).body("error_code", equalTo("learner_not_found"));
        assertThat(Database.current()
                        .query(
                                """
                                select learner_id from shared_record where learner_id = ?
                                union all select learner_id from sent_record where learner_id = ?
                                union all select learner_id from mail where learner_id = ?
                                """,
                                record.story().learnerId(),
                                record.story().learnerId(),
                                record.story().learnerId()))
                .isEmpty();
    }

    private static void retire(RecordStory record) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.learners")) {
            probe.send(PlatformEvent.of(
                    "org.laurel.learner.retired.v1", record.story().learnerId(), """
                    {"learner_id": "%s", "occurred_at": "2026-02-04T00:00:00Z"}""".formatted(
                                    record.story().learnerId())));
        }
    }
}
