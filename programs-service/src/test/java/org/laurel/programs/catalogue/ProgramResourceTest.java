package org.laurel.programs.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** Programs by REST. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ProgramResourceTest {

    private static final String PATH = "/api/programs/v1/programs/{uuid}";
    private static final String PROGRAMS = "laurel.programs";

    @Test
    void createsAProgramAndTellsOthers() {
        // Given
        Story story = new Story("create");
        try (KafkaProbe probe = KafkaProbe.fromNow(PROGRAMS)) {
            // When
            var answer = story.put(1, List.of(List.of("A", "B"), List.of("C")));

            // Then
            answer.statusCode(201)
                    .header("Location", endsWith(story.program(1)))
                    .body("title", equalTo("Program create"));
            ReceivedEvent event =
                    probe.awaitEvent(PROGRAMS, received -> story.program(1).equals(received.key()));
            assertThat(event.type()).isEqualTo("org.laurel.program.changed.v1");
            assertThat(event.body().path("version").asInt()).isEqualTo(1);
            assertThat(event.body().path("type").asText()).isEqualTo("micromasters");
            assertThat(event.body().path("course_keys"))
                    .extracting(key -> key.asText())
                    .containsExactly(story.course("A"), story.course("B"), story.course("C"));
        }
    }

    @Test
    void tellsOfRealChangesOnly() {
        // Given
        Story story = new Story("change");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        Database.current().awaitEmptyOutbox();
        try (KafkaProbe probe = KafkaProbe.fromNow(PROGRAMS)) {
            // When
            story.put(1, List.of(List.of("A"))).statusCode(200);
            story.put(1, List.of(List.of("A", "B"))).statusCode(200);

            // Then
            ReceivedEvent event =
                    probe.awaitEvent(PROGRAMS, received -> story.program(1).equals(received.key()));
            assertThat(event.body().path("version").asInt()).isEqualTo(2);
            assertThat(event.body().path("course_keys")).hasSize(2);
        }
    }

    @Test
    void givesTheWholeDocumentBackToAnySignedInCaller() {
        // Given
        Story story = new Story("whole");
        story.put(1, """
                        {"title": "Whole", "hidden": true, "total_hours_of_effort": 12.50,
                         "banner_image": {"large": {"url": "https://example.org/i.png"}}}""").statusCode(201);

        // When
        var answer = given().auth().oauth2(story.token()).get(PATH, story.program(1));

        // Then
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "uuid",
                        equalTo(story.program(1)),
                        "hidden",
                        equalTo(true),
                        "total_hours_of_effort",
                        equalTo(12.5f),
                        "banner_image.large.url",
                        equalTo("https://example.org/i.png"));
    }

    @Test
    void repeatsTheAnswerUnderTheSameIdempotencyKey() {
        // Given
        Story story = new Story("again");
        putUnderKey(story).then().statusCode(201);

        // When
        var answer = putUnderKey(story);

        // Then
        answer.then().statusCode(201).header("Idempotency-Replayed", "true").body("title", equalTo("Program again"));
    }

    @Test
    void namesEverythingThatIsWrongWithADocument() {
        // Given
        Story story = new Story("wrong");
        String document = """
                {"uuid": "%s", "title": " ", "status": "gone", "courses": [
                  {"uuid": "x", "course_runs": [{"key": "nonsense"}, {"type": "verified"}, {"key": "%2$s", "type": 7}]},
                  {"title": 5, "course_runs": [{"key": "%2$s"}]}, {"course_runs": {}}]}""".formatted(story.program(2), story.course("A"));

        // When
        var answer = story.put(1, document);

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("error_code", equalTo("invalid_program"))
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "uuid",
                                "title",
                                "status",
                                "courses[0].uuid",
                                "courses[0].course_runs[0].key",
                                "courses[0].course_runs[1].key",
                                "courses[0].course_runs[2].type",
                                "courses[1].title",
                                "courses[1].course_runs[0].key",
                                "courses[2].course_runs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{\"title\": ",
                "{\"title\": \"A\"} x",
                "{\"title\": \"a\\u0000b\"}",
                "{\"title\": \"A\", \"x\": \"\\ud800\"}",
                "{\"title\": \"A\", \"x\": 1e400000}",
                "{\"title\": \"A\", \"x\": 1e-400000}"
            })
    void refusesWhatIsNoDocument(String body) {
        // When
        var answer = new Story("refused").put(1, body);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesMoreKeysThanAnEventCanCarry() {
        // Given
        Story story = new Story("many");
        List<String> runs =
                IntStream.range(0, 2_000).mapToObj(number -> "Run" + number).toList();

        // When
        var answer = story.put(1, List.of(runs));

        // Then
        answer.statusCode(400).body("violations.field", hasItem("courses"));
    }

    @Test
    void letsOnlyStaffAndServiceClientsPut() {
        // Given
        Story story = new Story("forbidden");

        // When
        var answer = given().auth()
                .oauth2(story.token())
                .contentType("application/json")
                .body(story.document(1, List.of()))
                .put(PATH, story.program(1));

        // Then
        answer.then().statusCode(403);
    }

    @Test
    void answersNotFoundForAnUnknownProgram() {
        // When
        var answer = given().auth().oauth2(Tokens.staff()).get(PATH, new Story("unknown").program(1));

        // Then
        answer.then().statusCode(404).body("error_code", equalTo("program_not_found"));
    }

    @Test
    void refusesAMalformedUuid() {
        // When
        var answer = given().auth().oauth2(Tokens.staff()).get(PATH, "1-1-1-1-1");

        // Then
        answer.then().statusCode(400).body("error_code", equalTo("invalid_uuid"));
    }

    private static Response putUnderKey(Story story) {
        return given().auth()
                .oauth2(Tokens.service())
                .header("Idempotency-Key", "again-1")
                .contentType("application/json")
                .body(story.document(1, List.of(List.of("A"))))
                .put(PATH, story.program(1));
    }
}
