package org.laurel.programs.repair;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.laurel.programs.repair.RepairStory.ended;
import static org.laurel.programs.repair.RepairStory.get;
import static org.laurel.programs.repair.RepairStory.post;
import static org.laurel.programs.repair.RepairStory.steer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Starting, following and steering repairs. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairApiTest {

    private static final String REPAIRS = "/api/programs/v1/repairs";

    private RepairStory story;

    @BeforeEach
    void define() {
        story = RepairStory.of("steer").withProgram();
    }

    @Test
    void startsADryRunAndNamesWhatItDoesNotKnow() {
        // Given
        RepairStory.live(List.of(story.granted(1, "A")));
        UUID unknown = UUID.randomUUID();
        Map<String, ?> body = Map.of(
                "programs", List.of(story.program(), unknown),
                "course_runs", List.of(story.story().course("A"), story.story().course("Z")),
                "learners", List.of("user-" + story.learner(1), story.learner(1), "nobody-" + unknown));

        // When
        ValidatableResponse answer = post(Tokens.service(), body);

        // Then
        long id = answer.statusCode(202)
                .header("Location", matchesPattern(".*/api/programs/v1/repairs/\\d+"))
                .body("repair.dry_run", equalTo(true), "repair.award", equalTo(true), "repair.revoke", equalTo(false))
                .body("repair.programs", equalTo(List.of(story.program().toString())))
                .body("repair.course_runs", equalTo(List.of(story.story().course("A"))))
                .body("repair.listed", equalTo(1), "repair.total", equalTo(1), "repair.all", equalTo(false))
                .body("unknown.programs", equalTo(List.of(unknown.toString())))
                .body("unknown.course_runs", equalTo(List.of(story.story().course("Z"))))
                .body("unknown.learners", equalTo(List.of("nobody-" + unknown)))
                .extract()
                .jsonPath()
                .getLong("repair.id");
        assertThat(ended(id).getInt("counts.unchanged")).isEqualTo(1);
        given().auth()
                .oauth2(Tokens.staff())
                .queryParam("cursor", id + 1)
                .queryParam("limit", 1)
                .get(REPAIRS)
                .then()
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].id", equalTo((int) id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"all\": true, \"programs\": [\"00000000-0000-4000-8000-000000000001\"]}",
                "{\"all\": false}",
                "{\"all\": true, \"award\": false}",
                "{\"programs\": [\"no uuid\"]}",
                "{\"programs\": [null]}",
                "{\"course_runs\": [\"no key\"]}",
                "{\"learners\": []}",
                "{\"learners\": [\"a\\u0000\"]}",
                "{\"learners_csv\": \"\\n\\n\"}",
                "{\"programs\": [\"00000000-0000-4000-8000-00000000dead\"]}"
            })
    void refusesASelectionWithoutSense(String body) {
        // Given a selection of nothing, of everything and something, or of what cannot be
        // When
        ValidatableResponse answer = post(Tokens.staff(), body);

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_selection"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"all\": true, \"learners_per_second\": 0}",
                "{\"all\": true, \"learners_per_second\": 100001}",
                "{\"programs\": \"one\"}"
            })
    void refusesWhatHasTheWrongForm(String body) {
        // Given a body of another form
        // When
        ValidatableResponse answer = post(Tokens.staff(), body);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        String learner = Tokens.learner(story.learner(1), "user-" + story.learner(1));

        // When
        ValidatableResponse answer = post(learner, Map.of("all", true));

        // Then
        answer.statusCode(403);
        post(Tokens.support(), Map.of("all", true)).statusCode(403);
        given().auth().oauth2(learner).get(REPAIRS).then().statusCode(403);
        given().contentType("application/json").body("{}").post(REPAIRS).then().statusCode(401);
    }

    @Test
    void whatThereIsNotIsNotFound() {
        // Given
        long none = 999_999_999;

        // When
        ValidatableResponse answer = get(none);

        // Then
        answer.statusCode(404).body("error_code", equalTo("repair_not_found"));
        steer(none, "pause").statusCode(404);
        steer(none, "resume").statusCode(404);
        steer(none, "cancel").statusCode(404);
        given().auth()
                .oauth2(Tokens.staff())
                .get(REPAIRS + "/" + none + "/events")
                .then()
                .statusCode(404);
        given().auth().oauth2(Tokens.staff()).get(REPAIRS + "/none").then().statusCode(400);
    }

    @Test
    void canBePausedResumedAndCancelled() {
        // Given
        RepairStory.factsOnly(
                IntStream.range(0, 4).mapToObj(i -> story.granted(i, "A")).toList());
        long id = story.start("learners_per_second", 1);

        // When
        steer(id, "pause").statusCode(200).body("state", equalTo("paused"));

        // Then
        steer(id, "resume").statusCode(200).body("state", equalTo("running"));
        awaitDone(id, 1);
        steer(id, "pause").statusCode(200).body("state", equalTo("paused"));
        steer(id, "cancel").statusCode(200).body("state", equalTo("cancelled"));
        JsonPath repair = get(id).statusCode(200).extract().jsonPath();
        assertThat(repair.getInt("done")).isBetween(1, 3);
        assertThat(repair.getInt("counts.awarded")).isEqualTo(repair.getInt("done"));
        for (String verb : List.of("pause", "resume", "cancel")) {
            steer(id, verb).statusCode(409).body("error_code", equalTo("repair_ended"));
        }
        assertThat(ended(story.start()).getMap("counts").get("awarded")).isEqualTo(4 - repair.getInt("done"));
    }

    @Test
    void canBeFollowedLive() {
        // Given
        RepairStory.factsOnly(
                IntStream.range(0, 3).mapToObj(i -> story.granted(i, "A")).toList());
        long id = story.start("learners_per_second", 2);

        // When
        String events = given().auth()
                .oauth2(Tokens.staff())
                .get(REPAIRS + "/" + id + "/events")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        // Then
        assertThat(events).contains("\"state\":\"done\"").contains("\"awarded\":3");
    }

    @Test
    void sameKeySameRepair() {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = Map.of("programs", List.of(story.program()));

        // When
        int first = keyed(key, body);
        int second = keyed(key, body);

        // Then
        assertThat(second).isEqualTo(first);
    }

    private static int keyed(String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(REPAIRS)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getInt("repair.id");
    }

    private static void awaitDone(long id, int learners) {
        await("repaired " + learners)
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() ->
                        assertThat(get(id).extract().jsonPath().getInt("done")).isGreaterThanOrEqualTo(learners));
    }
}
