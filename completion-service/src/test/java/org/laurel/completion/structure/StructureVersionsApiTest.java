package org.laurel.completion.structure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.completion.Platform.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class StructureVersionsApiTest {

    private static final String BASE = "/api/completion/v1/course-structures/";
    private static final String TOPIC = "laurel.course-structures";

    @Test
    void listsWhatWasPublishedTheOneThatCountsFirst() {
        // Given
        Outline outline = Outline.small("Org/versions1/2026");
        publish(outline, 1, 1);
        publish(outline, 3, 3);
        // Comes late, and would count if the third were not there.
        publish(outline.block("chapter", "more"), 2, 2);

        // When
        ValidatableResponse answer = get(Tokens.service(), outline, "/versions");

        // Then
        answer.statusCode(200)
                .body("results.version", contains(3, 2, 1), "results.counts", contains(true, false, false))
                .body("results.blocks", contains(10, 11, 10))
                .body("results.published_by", contains("staff", "staff", "staff"))
                .body("results[1].occurred_at", equalTo(at(2).toString()), "results[1].received_at", notNullValue())
                .body("next_cursor", nullValue());
        String cursor = get(Tokens.staff(), outline, "/versions?limit=2")
                .body("results.version", contains(3, 2))
                .extract()
                .path("next_cursor");
        get(Tokens.staff(), outline, "/versions?limit=2&cursor=" + cursor)
                .statusCode(200)
                .body("results.version", contains(1), "results.counts", contains(false))
                .body("next_cursor", nullValue());
    }

    @Test
    void showsAnEarlierStructure() {
        // Given
        Outline outline = Outline.small("course-v1:Org+versions2+2026");
        publish(outline, 4, 1);
        publish(outline.block("chapter", "more"), 5, 2);

        // When
        ValidatableResponse answer = get(Tokens.staff(), outline, "/versions/4");

        // Then
        answer.statusCode(200).body("version", equalTo(4), "blocks", hasSize(10));
        get(Tokens.staff(), outline, "/versions/5").statusCode(200).body("blocks", hasSize(11));
        get(Tokens.staff(), outline, "/versions/6").statusCode(404).body("error_code", equalTo("structure_not_found"));
        get(Tokens.staff(), outline, "/versions/x").statusCode(400).body("error_code", equalTo("invalid_version"));
    }

    @Test
    void restoresAnEarlierContentAsANewVersionAndTellsOthers() {
        // Given
        Outline outline = Outline.small("course-v1:Org+versions3+2026");
        Outline smaller = Outline.small("course-v1:Org+versions3+2026").block("course", "c", "ch1");
        publish(outline, 1, 1);
        publish(smaller, 2, 2);
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            // When
            ValidatableResponse answer = restore(Tokens.staff(), outline, "1");

            // Then
            answer.statusCode(200).body("outcome", equalTo("published"), "version", equalTo(3));
            // What was published before may come only now.
            probe.awaitEvent(
                    TOPIC,
                    one -> outline.courseKey().value().equals(one.key())
                            && one.body().path("version").asInt() == 3);
        }
        get(Tokens.staff(), outline, "").body("version", equalTo(3), "blocks[0].children", hasSize(3));
        restore(Tokens.service(), outline, "1").statusCode(200).body("outcome", equalTo("unchanged"));
        restore(Tokens.staff(), outline, "9").statusCode(404).body("error_code", equalTo("structure_not_found"));
        restore(Tokens.staff(), outline, "x").statusCode(400);
        get(Tokens.staff(), outline, "/versions").body("results.version", contains(3, 2, 1));
    }

    @Test
    void dropsTheRowsOfADeletedChapterAndCountsItRightWhenItComesBack() {
        // Given
        Outline outline = Outline.small("course-v1:Org+versions4+2026");
        Outline without = Outline.small("course-v1:Org+versions4+2026").block("course", "c", "ch1", "e");
        Platform platform = new Platform(outline.courseKey().value());
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    platform.structure(outline, 1, 0),
                    platform.enrolled("sv1", "versioned", true, 1),
                    platform.completed("sv1", outline.key("a"), "1", 2),
                    platform.completed("sv1", outline.key("d"), "1", 2),
                    platform.completed("sv1", outline.key("oc"), "0.5", 2));
            publish(without, 2, 3);
            Arrival.awaitJobs();
            assertThat(rows()).containsExactly(outline.key("ch1") + " 1000000000 of 2");
            assertThat(course()).isEqualTo("1000000000 of 2");
            Arrival.send(probe, platform.completed("sv1", outline.key("oc"), "1", 4));
            assertThat(course()).isEqualTo("1000000000 of 2");
        }

        // When
        restore(Tokens.staff(), outline, "1").statusCode(200);

        // Then
        given().auth()
                .oauth2(Tokens.learner("sv1", "versioned"))
                .get("/api/completion/v0/course/{course}/", outline.courseKey().value())
                .then()
                .body("completion.earned", equalTo(3f), "completion.possible", equalTo(4f));
        Arrival.awaitJobs();
        assertThat(rows())
                .containsExactly(outline.key("ch1") + " 1000000000 of 2", outline.key("ch2") + " 2000000000 of 2");
        assertThat(course()).isEqualTo("3000000000 of 4");
    }

    @Test
    void countsNothingInACourseRunOfWhichOnlyTheCourseIsLeft() {
        // Given
        Outline outline = Outline.small("course-v1:Org+versions5+2026");
        Outline empty = Outline.of("course-v1:Org+versions5+2026").block("course", "c");
        Platform platform = new Platform(outline.courseKey().value());
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(
                    probe,
                    platform.structure(outline, 1, 0),
                    platform.enrolled("sv2", "emptied", true, 1),
                    platform.completed("sv2", outline.key("a"), "1", 2));
        }

        // When
        publish(empty, 2, 3);

        // Then
        given().auth()
                .oauth2(Tokens.learner("sv2", "emptied"))
                .get("/api/completion/v0/course/{course}/", outline.courseKey().value())
                .then()
                .body("completion.earned", equalTo(0f), "completion.possible", equalTo(0f))
                .body("completion.percent", equalTo(1f));
    }

    @Test
    void isForStaffAndServiceClientsOnly() {
        // Given
        Outline outline = Outline.small("course-v1:Org+versions6+2026");
        String learner = Tokens.learner("1", "ada");

        // When
        ValidatableResponse unknown = get(Tokens.staff(), outline, "/versions");

        // Then
        unknown.statusCode(404).body("error_code", equalTo("structure_not_found"));
        get(learner, outline, "/versions").statusCode(403);
        get(learner, outline, "/versions/1").statusCode(403);
        restore(learner, outline, "1").statusCode(403);
        given().get(BASE + outline.courseKey().value() + "/versions").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.staff())
                .get(BASE + "nonsense/versions")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
    }

    private static List<String> rows() {
        return Database.current()
                .query("select block_key || ' ' || earned || ' of ' || possible as row from block_progress "
                        + "where learner_id = 'sv1' order by 1")
                .stream()
                .map(row -> String.valueOf(row.get("row")))
                .toList();
    }

    private static String course() {
        return String.valueOf(Database.current()
                .value("select earned || ' of ' || possible from course_progress where learner_id = 'sv1'"));
    }

    private static void publish(Outline outline, int version, int minute) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(outline.json(version, at(minute)))
                .put(BASE + "{course}", outline.courseKey().value())
                .then();
    }

    private static ValidatableResponse get(String token, Outline outline, String rest) {
        return given().auth()
                .oauth2(token)
                .get(BASE + outline.courseKey().value() + rest)
                .then();
    }

    private static ValidatableResponse restore(String token, Outline outline, String version) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .post(BASE + outline.courseKey().value() + "/versions/" + version + ":restore")
                .then();
    }
}
