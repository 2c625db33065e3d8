package org.laurel.certificates.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.Story;
import org.laurel.certificates.legacyimport.Imports;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetirementTest {

    private static final String CERTIFICATES = "laurel.certificates";
    private static final String CANARY = "canary";

    @Test
    void leavesNoTraceOfTheLearnerAndTellsSo() {
        Story story = new Story("retired");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES, "laurel.erasures")) {
            // Given
            plant(story, probe);
            assertThat(traces()).isNotEmpty();
            Map<String, Object> before = certificate(story);

            // When
            probe.send(retired(story));

            // Then
            var erased = probe.awaitEvent("laurel.erasures", story::isAbout);
            assertThat(erased.body().path("service").asText()).isEqualTo("certificates");
            assertThat(traces()).isEmpty();
            assertThat(Database.current()
                            .query(
                                    "select 1 from certificate_date_override where overridden_by = ? and learner_id <> ?",
                                    story.learnerId(),
                                    story.learnerId()))
                    .as("rows of others name the person by the id")
                    .hasSize(1);
            assertThat(certificate(story))
                    .containsEntry("name", "")
                    .containsEntry("download_url", "")
                    .containsEntry("status", "downloadable")
                    .containsEntry("verify_uuid", before.get("verify_uuid"))
                    .containsEntry("modified_at", before.get("modified_at"))
                    .containsEntry("version", before.get("version"));

            // and what comes late brings nothing back
            List<String> late = lateFacts(story, probe);
            assertThat(traces()).isEmpty();
            assertThat(certificate(story))
                    .containsEntry("name", "")
                    .containsEntry("modified_at", before.get("modified_at"));
            Database.current().awaitEmptyOutbox();
            assertThat(probe.received(CERTIFICATES))
                    .noneMatch(event ->
                            late.contains(String.valueOf(event.headers().get("ce_causationid"))));
            assertThat(Database.current()
                            .query(
                                    "select distinct detail ->> 'announced' as announced from standing_fact"
                                            + " where learner_id = ? and kind = 12",
                                    story.learnerId()))
                    .as("a silent import stays silent, also when it takes effect later")
                    .containsExactly(Map.of("announced", "false"));
            given().auth()
                    .oauth2(Tokens.staff())
                    .get("/api/certificates/v0/certificates/" + name("user", story) + "/courses/" + story.course())
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aRetirementThatComesFirstHasTheSameResult() {
        Story story = new Story("retired-first");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES, "laurel.erasures")) {
            // Given
            probe.send(retired(story));
            probe.awaitEvent("laurel.erasures", story::isAbout);

            // When
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10, name("Enrolled", story)));
            probe.send(story.passing(true, "0.8", 20));

            // Then
            probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
            assertThat(certificate(story))
                    .containsEntry("status", "downloadable")
                    .containsEntry("name", "");
            assertThat(Database.current()
                            .query("select 1 from retired_person_word where learner_id = ?", story.learnerId()))
                    .isEmpty();
            assertThat(traces()).noneMatch(row -> row.contains(story.word() + CANARY));
            assertThat(Database.current()
                            .query(
                                    "select 1 from parked_event where convert_from(record_key, 'UTF8') = ?",
                                    story.learnerId()))
                    .isEmpty();
        }
    }

    @Test
    void theSecondRetirementIsNoNews() {
        Story story = new Story("retired-twice");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.erasures")) {
            // Given
            probe.send(retired(story));
            probe.awaitEvent("laurel.erasures", story::isAbout);

            // When
            probe.send(retired(story));
            Story other = new Story("retired-once");
            probe.send(retired(other));

            // Then
            probe.awaitEvent("laurel.erasures", other::isAbout);
            assertThat(probe.received("laurel.erasures"))
                    .filteredOn(story::isAbout)
                    .hasSize(1);
        }
    }

    /** Personal data by every way in. */
    private static void plant(Story story, KafkaProbe probe) {
        probe.send(story.courseRun());
        probe.send(story.enrolledAs(name("Enrolled", story), 1, 0, "verified", 1, 10)
                .withJson(story.enrolledAs(name("Enrolled", story), 1, 0, "verified", 1, 10)
                        .json()
                        .replace(story.username(), name("user", story))));
        probe.send(story.preferences(true, name("Verified", story), 1, 12));
        probe.send(story.passing(true, "0.8", 20));
        probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
        probe.send(renamed(story, name("Renamed", story), 2, 30));
        Imports.imported(Imports.CSV, "", importOf(story)).body("counts.imported", equalTo(1));
        await().until(() -> !Database.current()
                .query("select 1 from learner where learner_id = ? and version = 2", story.learnerId())
                .isEmpty());
        String token = Tokens.of(story.learnerId(), name("staff", story), "staff");
        given().auth().oauth2(token).post(Imports.PATH).then().statusCode(201);
        given().auth()
                .oauth2(token)
                .header("Idempotency-Key", story.word())
                .post(Imports.PATH)
                .then()
                .statusCode(201);
        String run = "/api/certificates/v1/course-runs/" + story.course();
        put(token, run + "/invalidations/" + name("user", story), Map.of("notes", name("Copied by", story)));
        given().auth()
                .oauth2(token)
                .delete(run + "/invalidations/" + name("user", story))
                .then()
                .statusCode(204);
        put(token, run + "/allowlist/" + name("user", story), Map.of("notes", name("Ill was", story)));
        put(
                token,
                "/api/certificates/v1/learners/" + name("user", story) + "/courses/" + story.course()
                        + "/date-override",
                Map.of("date", "2026-05-01", "reason", name("Late was", story)));
        plantAtOthers(story, token, probe);
        probe.send(PlatformEvent.of("org.laurel.learner.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "username": "%s", "name": "%s", "nonsense": true}""".formatted(
                        story.learnerId(), name("user", story), name("Parked", story))));
        await().until(() -> !Database.current()
                .query("select 1 from parked_event where record_key = convert_to(?, 'UTF8')", story.learnerId())
                .isEmpty());
    }

    /** The learner's names in rows about another learner, written by others and by the learner as a member of staff. */
    private static void plantAtOthers(Story story, String token, KafkaProbe probe) {
        Story bob = new Story("beside-" + story.word());
        probe.send(bob.courseRun());
        probe.send(bob.enrolled("verified", 1, 10));
        probe.send(bob.passing(true, "0.8", 20));
        probe.awaitEvents(CERTIFICATES, 2, bob::isAbout);
        String mention = "copied from " + name("Enrolled", story) + ", " + name("user", story) + "@example.org";
        String run = "/api/certificates/v1/course-runs/" + bob.course();
        for (String by : List.of(Tokens.staff(), token)) {
            put(by, run + "/invalidations/" + bob.username(), Map.of("notes", mention));
            given().auth()
                    .oauth2(by)
                    .delete(run + "/invalidations/" + bob.username())
                    .then()
                    .statusCode(204);
        }
        for (String by : List.of(Tokens.staff(), token)) {
            String note = (by.equals(token) ? "again " : "") + mention;
            put(by, run + "/allowlist/" + bob.username(), Map.of("notes", note));
            put(
                    by,
                    "/api/certificates/v1/learners/" + bob.username() + "/courses/" + bob.course() + "/date-override",
                    Map.of("date", "2026-05-01", "reason", note));
        }
        put(
                Tokens.service(),
                "/api/certificates/v1/learners/" + bob.learnerId() + "/courses/" + bob.course() + "/certificate",
                Map.of("status", "downloadable", "mode", "verified", "reason", mention));
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(Map.of("cron", "0 3 1 1 *", "run", Map.of("reason", mention)))
                .post(run + "/generation-schedules")
                .then()
                .statusCode(201);
        assertThat(Database.current()
                        .value("select change_reason from certificate where learner_id = ?", bob.learnerId()))
                .isEqualTo(mention);
    }

    private static void put(String token, String path, Map<String, String> body) {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    /** Returns the ids of the facts that were taken in. */
    private static List<String> lateFacts(Story story, KafkaProbe probe) {
        List<String> ids = List.of(
                probe.send(renamed(story, name("Late", story), 9, 25)),
                probe.send(story.preferences(true, name("LateVerified", story), 9, 13)),
                probe.send(story.enrolled("verified", 2, 11, name("LateEnrolled", story))));
        ids.forEach(id -> await().until(() -> !Database.current()
                .query("select 1 from inbox where event_id = ?", id)
                .isEmpty()));
        Imports.imported(Imports.CSV, "", importOf(story).replace("0.9", "0.8")).body("state", equalTo("done"));
        Imports.imported(Imports.CSV, "", importOf(story)).body("state", equalTo("done"));
        return ids;
    }

    private static String importOf(Story story) {
        return """
                learner_id,username,email,full_name,course_key,status,mode,grade,name,modified_at,download_url
                %s,%s,%s@example.org,%s,%s,downloadable,verified,0.9,%s,%s,https://files.example.org/%s.pdf
                """.formatted(
                        story.learnerId(),
                        name("user", story),
                        name("mail", story),
                        name("Full", story),
                        story.course(),
                        name("Imported", story),
                        Story.at(40),
                        name("file", story));
    }

    private static PlatformEvent renamed(Story story, String name, int version, int minute) {
        PlatformEvent plain = story.renamed(name, version, minute);
        return plain.withJson(plain.json().replace(story.username(), name("user", story)));
    }

    private static PlatformEvent retired(Story story) {
        return PlatformEvent.of(
                "org.laurel.learner.retired.v1", story.learnerId(), """
                {"learner_id": "%s", "occurred_at": "%s"}""".formatted(story.learnerId(), Story.at(60)));
    }

    private static String name(String what, Story story) {
        return what + story.word() + CANARY;
    }

    /** Every row of every table that holds a canary, bytes as text. */
    private static List<String> traces() {
        Database database = Database.current();
        List<String> found = new ArrayList<>();
        for (Map<String, Object> table : database.query("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """)) {
            String name = String.valueOf(table.get("table_name"));
            String bytes = "concat_ws(' ', ''"
                    + String.join(
                            "",
                            database.query("""
                            select ', encode(t.' || column_name || ', ''escape'')' as cast_it from information_schema.columns
                            where table_schema = 'public' and table_name = ? and data_type = 'bytea'
                            """, name).stream()
                                    .map(column -> String.valueOf(column.get("cast_it")))
                                    .toList())
                    + ")";
            database.query("select t::text || ' ' || " + bytes + " as content from " + name + " t").stream()
                    .map(row -> name + ": " + row.get("content"))
                    .filter(row -> row.toLowerCase(Locale.ROOT).contains(CANARY))
                    .forEach(found::add);
        }
        return found;
    }

    private static Map<String, Object> certificate(Story story) {
        return Database.current()
                .query("select * from certificate where learner_id = ?", story.learnerId())
                .getFirst();
    }
}
