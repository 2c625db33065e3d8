package org.laurel.completion.structure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.laurel.completion.Platform.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
class StructureApiTest {

    private static final String TOPIC = "laurel.course-structures";

    @Test
    void publishesAStructureAndTellsOthersOnce() {
        // Given
        Outline outline = Outline.small("course-v1:Org+api1+2026");
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            // When
            ValidatableResponse answer = put(outline, outline.json(1, at(1)));

            // Then
            answer.statusCode(201).body("outcome", equalTo("published"), "version", equalTo(1));
            ReceivedEvent event =
                    probe.awaitEvent(TOPIC, one -> outline.courseKey().value().equals(one.key()));
            assertThat(event.type()).isEqualTo("org.laurel.course-structure.published.v1");
            Arrival.awaitJobs();
            put(outline, outline.json(1, at(1))).statusCode(200).body("outcome", equalTo("unchanged"));
            assertThat(publications(outline)).isEqualTo("1");
            assertThat(probe.received(TOPIC))
                    .filteredOn(one -> outline.courseKey().value().equals(one.key()))
                    .hasSize(1);
        }
    }

    @Test
    void showsTheStructureThatCounts() {
        // Given
        Outline outline = Outline.small("Org/api2/2026");
        put(outline, outline.json(3, at(3))).statusCode(201);
        put(outline, outline.json(2, at(2))).statusCode(200).body("outcome", equalTo("outdated"));

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.service())
                .get("/api/completion/v1/course-structures/Org/api2/2026")
                .then();

        // Then
        answer.statusCode(200)
                .body("version", equalTo(3), "course_key", equalTo("Org/api2/2026"), "blocks", hasSize(10))
                .body("blocks[0].children", contains(outline.key("ch1"), outline.key("ch2"), outline.key("e")));
    }

    @Test
    void numbersAStructureThatComesWithoutVersion() {
        // Given
        Outline outline = Outline.small("course-v1:Org+api3+2026");
        put(outline, outline.json(7, at(1))).statusCode(201);
        String next = outline.block("chapter", "e", "a").json(0, at(2)).replace("\"version\":0,", "");

        // When
        ValidatableResponse answer = put(outline, next);

        // Then
        answer.statusCode(200).body("outcome", equalTo("published"), "version", equalTo(8));
    }

    @Test
    void refusesAStructureThatBreaksRules() {
        // Given
        Outline outline =
                Outline.of("course-v1:Org+api4+2026").block("course", "c", "v").block("vertical", "v", "c");

        // When
        ValidatableResponse answer = put(outline, outline.json(1, at(1)));

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_structure"), "violations.field", contains("blocks"));
        put(outline, "{}").statusCode(400).body("violations.field", contains("root"));
        put(outline, "").statusCode(400);
        put(outline, "[]").statusCode(400);
        put(outline, "{\"course_key\": \"course-v1:Org+b+c\"}").statusCode(400);
        put(outline, "{\"root\": \"x\", \"blocks\": [null, {\"children\": [null]}]}")
                .statusCode(400);
        put(outline, outline.json(1, Instant.now().plusSeconds(3_600)))
                .statusCode(400)
                .body("violations.field", contains("occurred_at"));
    }

    @Test
    void isForStaffAndServiceClientsOnly() {
        // Given
        String path = "/api/completion/v1/course-structures/course-v1:Org+api5+2026";

        // When
        ValidatableResponse answer =
                given().auth().oauth2(Tokens.learner("1", "ada")).get(path).then();

        // Then
        answer.statusCode(403);
        given().get(path).then().statusCode(401);
        given().auth().oauth2(Tokens.staff()).get(path).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/completion/v1/course-structures/nonsense")
                .then()
                .statusCode(400);
    }

    /** Scenario 8, as decided: what cannot be handled is kept aside with its reason, and fails nothing else. */
    @Test
    void parksAnEventWhoseStructureBreaksRules() {
        // Given
        String course = "course-v1:Org+api6+2026";
        Outline broken = Outline.of(course).block("course", "c", "v").block("vertical", "v", "c");
        Outline good = Outline.small(course);
        Platform platform = new Platform(course);
        try (KafkaProbe probe = KafkaProbe.fromNow(TOPIC)) {
            // When
            probe.send(platform.structure(broken, 1, 1));
            Arrival.send(probe, platform.structure(good, 2, 2));

            // Then
            assertThat(publications(good)).isEqualTo("1");
            given().auth()
                    .oauth2(Tokens.staff())
                    .get("/api/completion/ops/parked-events")
                    .then()
                    .statusCode(200)
                    .body("results.findAll { it.key == '" + course + "' }.code", contains("invalid_structure"));
        }
    }

    private static String publications(Outline outline) {
        return String.valueOf(Database.current()
                .value(
                        "select count(*) from course_structure where course_key = ?",
                        outline.courseKey().value()));
    }

    private static ValidatableResponse put(Outline outline, String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .put(
                        "/api/completion/v1/course-structures/{course}",
                        outline.courseKey().value())
                .then();
    }
}
