package org.laurel.completion.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** One course run for chosen learners: 901, 902 and "opaque.id"; course {ch1 {a, b}, ch2 {d, x, library {oc}}, empty chapter}. */
@QuarkusTest
class CourseQueryApiTest {

    private static final String COURSE = "course-v1:Org+query+1";
    private static final Outline OUTLINE = Outline.small(COURSE);
    private static final String V1 = "/api/completion/v1/course/course-v1:Org%2Bquery%2B1/";
    private static final String OWN = Tokens.learner("901", "query1");

    @BeforeEach
    void learners() {
        if ("0".equals(Database.current().value("select count(*) from enrollment where course_key = ?", COURSE))) {
            Platform platform = new Platform(COURSE);
            try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
                Arrival.send(
                        probe,
                        platform.structure(OUTLINE, 1, 0),
                        platform.completed("901", OUTLINE.key("a"), "1", 1),
                        platform.completed("902", OUTLINE.key("oc"), "0.5", 1),
                        platform.enrolled("901", "query1", true, 1),
                        platform.enrolled("902", "query2", true, 1),
                        platform.enrolled("903", "query3", false, 1),
                        platform.enrolled("opaque.id", "query4", true, 1));
            }
        }
    }

    @Test
    void keepsTheLearnersWhoAreAskedFor() {
        // When
        ValidatableResponse answer = get(Tokens.staff(), "?user_ids=902,901.nobody,903");

        // Then
        answer.statusCode(200).body("count", equalTo(2), "results.username", contains("query1", "query2"));
        get(Tokens.staff(), "?user_ids=901,902&page_size=1&page=2")
                .body("count", equalTo(2), "results.username", contains("query2"));
        get(Tokens.staff(), "?user_ids=901,902&page_size=1&page=3").statusCode(404);
        get(Tokens.staff(), "?user_ids=").body("count", equalTo(3));
        get(Tokens.staff(), "?user_ids=nobody").body("count", equalTo(0), "results", empty());
        get(Tokens.staff(), "?user_ids=901&username=query1").body("count", equalTo(1));
        get(Tokens.staff(), "?user_ids=901&username=query2").body("count", equalTo(0));
        get(OWN, "?username=query1&user_ids=901,902").body("count", equalTo(1));
        get(OWN, "?username=query1&user_ids=902").statusCode(200).body("count", equalTo(0), "results", empty());
    }

    @Test
    void goesOnAfterALearnerByCursor() {
        // Given
        String cursor = get(Tokens.staff(), "?page_size=1").extract().path("next_cursor");

        // When
        ValidatableResponse rest = get(Tokens.staff(), "?cursor=" + cursor);

        // Then
        rest.statusCode(200).body("results.username", contains("query2", "query4"), "next", nullValue());
        get(OWN, "?username=query1&cursor=" + cursor).statusCode(200).body("count", equalTo(0), "results", empty());
        get(Tokens.staff(), "?username=query2&cursor=" + cursor).body("results.completion.earned", contains(0.5f));
        get(Tokens.staff(), "?username=query2&page=2").statusCode(404);
        get(Tokens.staff(), "?username=query2&page=last").body("results.completion.earned", contains(0.5f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"901,,902", ",", ",901", "901,", "901.", "9 01"})
    void refusesAnItemThatIsNoId(String userIds) {
        // When: scenario 62
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("user_ids", userIds)
                .get("/api/completion/v1/course/" + COURSE + "/")
                .then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_user_ids"));
    }

    @Test
    void takesUpToFiveHundredIds() {
        // Given
        String most = IntStream.range(0, 500).mapToObj(i -> "9" + (500 + i)).collect(Collectors.joining(","));

        // When
        ValidatableResponse answer = get(Tokens.staff(), "?user_ids=" + most + ",1");

        // Then
        answer.statusCode(400).body("error_code", equalTo("too_many_user_ids"));
        get(Tokens.staff(), "?user_ids=" + most).statusCode(200).body("count", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/completion", "/completion-aggregator"})
    void takesTheSameInABody(String base) {
        // When
        ValidatableResponse answer = post(
                Tokens.staff(),
                base + "/v1/course/" + COURSE + "/?page_size=2",
                "{\"user_ids\": [902, \"opaque.id\", 901, 77], \"requested_fields\": [\"chapter\", \"mean\"]}");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(3), "num_pages", equalTo(2), "next", startsWith("http"))
                .body("results.username", contains("query1", "query2"))
                .body("results[0].chapter.completion.earned", contains(1f, 0f, 0f))
                .body("results[0].mean", equalTo((0.25f + 0.125f) / 3));
    }

    @Test
    void takesAUsernameAndABlockInABody() {
        // When: scenario 31
        ValidatableResponse answer = post(Tokens.staff(), V1, "{\"username\": \"QUERY2\"}");

        // Then
        answer.statusCode(200)
                .body("count", equalTo(1), "results[0].completion.percent", equalTo(0.125f))
                .body("results[0]", not(hasKey("username")));
        String block = "{\"username\": \"query2\", \"root_block\": \"" + OUTLINE.key("ch2") + "\"}";
        post(Tokens.staff(), V1, block).body("results[0].completion.possible", equalTo(2f));
        post(OWN, V1, "{\"username\": \"query1\", \"user_ids\": [902]}")
                .statusCode(200)
                .body("count", equalTo(0));
        post(Tokens.staff(), V1, "{\"user_ids\": []}").statusCode(200).body("count", equalTo(0));
        post(Tokens.staff(), V1, "{\"user_ids\": null}").statusCode(200).body("count", equalTo(3));
        post(Tokens.staff(), V1, "{}").statusCode(200).body("count", equalTo(3));
    }

    @Test
    void refusesBodiesThatSayNothingUsable() {
        // When
        ValidatableResponse answer = post(Tokens.staff(), V1, "{\"requested_fields\": \"chapter\"}");

        // Then
        answer.statusCode(400);
        post(Tokens.staff(), V1, "{\"requested_fields\": [\"chapter\", \"course\"]}")
                .statusCode(400)
                .body("detail", equalTo("Invalid requested_fields value(s): {'course'}"));
        post(Tokens.staff(), V1, "{\"requested_fields\": [null]}").statusCode(400);
        for (String ids : new String[] {"\"901\"", "[\"\"]", "[null]", "[1.5]", "[true]", "[{}]", "[[1]]", "901"}) {
            post(Tokens.staff(), V1, "{\"user_ids\": " + ids + "}").statusCode(400);
        }
        post(Tokens.staff(), V1, "{\"root_block\": \"nonsense\"}").statusCode(404);
        post(Tokens.staff(), V1, "null").statusCode(400);
        post(Tokens.staff(), V1, "[]").statusCode(400);
        post(Tokens.staff(), V1, "{").statusCode(400);
        post(OWN, V1, "{}").statusCode(403);
        post(OWN, V1, "{\"username\": \"query2\"}").statusCode(403);
        post(Tokens.staff(), V1, "{\"username\": \"who-dat\"}").statusCode(404);
        post(Tokens.staff(), V1, "{\"username\": \"query3\"}").statusCode(404);
        given().contentType(ContentType.JSON).body("{}").post(V1).then().statusCode(401);
    }

    @Test
    void answersARepeatedRequestAsBefore() {
        // Given
        String key = "query-" + COURSE;
        String first = repeatable(key, "?page_size=1").statusCode(200).extract().asString();

        // When
        String second =
                repeatable(key, "?page_size=1").statusCode(200).extract().asString();

        // Then
        assertThat(second).isEqualTo(first).contains("query1");
        repeatable(key, "?page_size=2").statusCode(422);
    }

    @Test
    void doesNotTakeTheUsernameOfTheQueryForThatOfTheBody() {
        // When
        ValidatableResponse answer = post(OWN, V1 + "?username=query1", "{\"username\": \"query2\"}");

        // Then
        answer.statusCode(403);
        post(OWN, V1 + "?username=query1", "{}").statusCode(403);
    }

    @Test
    void checksInOneOrder() {
        // When
        ValidatableResponse key = given().auth()
                .oauth2(OWN)
                .get("/api/completion/v1/course/nonsense/?username=query2&requested_fields=x&user_ids=,&page=9")
                .then();

        // Then
        key.statusCode(404).body("error_code", equalTo("invalid_course_key"));
        String rest = "&user_ids=,&page=9&root_block=x";
        get(OWN, "?username=query2&requested_fields=x" + rest).body("error_code", equalTo("invalid_requested_fields"));
        get(OWN, "?username=query2" + rest).statusCode(403);
        get(Tokens.staff(), "?username=who-dat" + rest).body("error_code", equalTo("user_not_found"));
        get(Tokens.staff(), "?username=query3" + rest).body("error_code", equalTo("not_enrolled"));
        get(Tokens.staff(), "?username=query1" + rest).body("error_code", equalTo("invalid_user_ids"));
        get(Tokens.staff(), "?username=query1&page=9&root_block=x").body("error_code", equalTo("invalid_page"));
        get(Tokens.staff(), "?username=query1&root_block=x").body("error_code", equalTo("block_not_found"));
        get(Tokens.staff(), "?page=9&root_block=x").body("error_code", equalTo("invalid_page"));
        get(Tokens.staff(), "?root_block=x").body("error_code", equalTo("block_not_found"));
    }

    private static ValidatableResponse get(String token, String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(V1 + query)
                .then();
    }

    private static ValidatableResponse repeatable(String key, String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(V1 + query)
                .then();
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return given().urlEncodingEnabled(!path.contains("%"))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }
}
