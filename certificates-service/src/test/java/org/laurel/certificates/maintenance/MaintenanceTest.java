package org.laurel.certificates.maintenance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.certificates.legacyimport.Imports;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class MaintenanceTest {

    private static final String BASE = "/api/certificates/v1/certificates:";
    private static final String CERTIFICATES = "laurel.certificates";

    @Test
    void purgesReferencesToFilesForGoodAndTellsNobody() {
        Story story = new Story("purged");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            imported(story);
            String id = Imports.uuid(story.word());
            var body = Map.of("certificate_ids", List.of(id, "unknown"), "dry_run", true);
            post("purge-pdf-references", body)
                    .statusCode(200)
                    .body("purged", equalTo(1), "unknown", contains("unknown"), "first", contains(id));
            assertThat(url(story)).isEqualTo("https://files.example.org/1.pdf");

            // When
            post("purge-pdf-references", Map.of("certificate_ids", List.of(id))).body("purged", equalTo(1));

            // Then
            assertThat(url(story)).isEmpty();
            probe.send(story.enrolled("verified", 1, 5));
            await().until(() -> Database.current()
                            .query(
                                    "select 1 from standing where learner_id = ? and mode = 'verified'",
                                    story.learnerId())
                            .size()
                    == 1);
            assertThat(url(story)).as("after folding again").isEmpty();
            assertThat(probe.received(CERTIFICATES)).noneMatch(story::isAbout);
            post("purge-pdf-references", Map.of("certificate_ids", List.of(id)))
                    .body("purged", equalTo(0), "unchanged", equalTo(1));
            post("purge-pdf-references", Map.of("certificate_ids", List.of())).statusCode(400);
        }
    }

    @Test
    void tellsOtherSystemsAgainUnderTheSameVersion() {
        Story story = new Story("told-again");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            imported(story);
            var history = Database.current()
                    .query("select * from certificate_history where learner_id = ?", story.learnerId());
            var selection = Map.of("course_keys", List.of(story.course()));
            post("renotify", Map.of("course_keys", List.of(story.course()), "dry_run", true))
                    .statusCode(200)
                    .body(
                            "selected",
                            equalTo(1),
                            "first.learner_id",
                            contains(story.learnerId()),
                            "job_id",
                            nullValue());

            // When
            post("renotify", selection).statusCode(202);

            // Then
            ReceivedEvent told = probe.awaitEvent(CERTIFICATES, story::isAbout);
            assertThat(told.type()).isEqualTo("org.laurel.course-cert.changed.v1");
            assertThat(told.body().path("version").asLong()).isEqualTo(1);
            assertThat(told.body().path("status").asText()).isEqualTo("downloadable");
            assertThat(Database.current()
                            .query("select * from certificate_history where learner_id = ?", story.learnerId()))
                    .isEqualTo(history);
        }
    }

    @Test
    void selectsByTimeOfChangeAndOfDateOverrides() {
        // Given
        Story story = new Story("selected-by-time");
        imported(story);
        Database.current().execute("""
                insert into standing_fact (learner_id, course_key, occurred_at, sequence, kind, source, event_id, detail)
                values (?, ?, '2031-01-02T00:00:00Z', -1, 10, '/test', 'x', '{"date": null}')
                """, story.learnerId(), story.course());
        var course = List.of(story.course());

        // When Then
        selected(Map.of("course_keys", course, "start", "2030-01-01T00:00:00Z", "end", "2030-12-31T00:00:00Z"), 0);
        selected(Map.of("course_keys", course, "start", "2031-01-01T00:00:00Z"), 1);
        selected(Map.of("course_keys", course, "end", Story.at(30).toString()), 1);
        selected(
                Map.of(
                        "learner_ids",
                        List.of(story.learnerId()),
                        "end",
                        Story.at(10).toString()),
                0);
    }

    @Test
    void insistsOnASelection() {
        post("renotify", Map.of("dry_run", true)).statusCode(400).body("error_code", equalTo("filter_missing"));
        post("renotify", Map.of("course_keys", List.of())).statusCode(400);
        post("renotify", Map.of("course_keys", List.of("nonsense"))).statusCode(400);
        post("renotify", Map.of("course_keys", Collections.singletonList(null)))
                .statusCode(400)
                .contentType("application/problem+json");
        post("renotify", Map.of("learner_ids", Collections.singletonList(null))).statusCode(400);
        post("purge-pdf-references", Map.of("certificate_ids", Collections.singletonList(null)))
                .statusCode(400);
        post("renotify", Map.of("learner_ids", List.of("1"), "throttle", "PT2H"))
                .statusCode(400);
        post("renotify", Map.of("start", "yesterday")).statusCode(400);
    }

    @Test
    void erasesWhatCameInPastARetirement() {
        // Given
        Story story = new Story("name-left");
        imported(story);
        Database.current()
                .execute("insert into retired_person (learner_id, retired_at) values (?, now())", story.learnerId());
        post("purge-retired-names", Map.of("dry_run", true))
                .statusCode(200)
                .body("learners", equalTo(1), "rows", equalTo(2), "first", contains(story.learnerId()));

        // When
        post("purge-retired-names", Map.of()).statusCode(202);

        // Then
        await().until(() -> Database.current()
                .query("""
                        select 1 from certificate where learner_id = ?1 and name <> ''
                        union all select 1 from certificate_history where learner_id = ?1 and name <> ''
                        """.replace("?1", "'" + story.learnerId() + "'"))
                .isEmpty());
        post("purge-retired-names", Map.of("dry_run", true)).body("learners", equalTo(0), "rows", equalTo(0));
    }

    private static void imported(Story story) {
        Imports.imported(Imports.CSV, "", """
                        learner_id,course_key,status,name,verify_uuid,modified_at,download_uuid,download_url
                        %s,%s,downloadable,Ada,%s,%s,1,https://files.example.org/1.pdf
                        """.formatted(
                                story.learnerId(), story.course(), Imports.uuid(story.word()), Story.at(20)))
                .body("counts.imported", equalTo(1));
    }

    private static void selected(Map<String, Object> selection, int number) {
        var dry = new java.util.HashMap<>(selection);
        dry.put("dry_run", true);
        post("renotify", dry).statusCode(200).body("selected", equalTo(number));
    }

    private static String url(Story story) {
        return String.valueOf(Database.current()
                .value("select download_url from certificate where learner_id = ?", story.learnerId()));
    }

    private static ValidatableResponse post(String operation, Object body) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(BASE + operation)
                .then();
    }
}
