package org.laurel.enrollment.group;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GroupApiTest {

    private static final String GROUPS = "/api/enrollment/v1/groups";

    private final Scene scene = new Scene();
    private final String group = scene.username("g");

    @Inject
    StatementCount statements;

    @Test
    void makesAGroupOnceAndShowsIt() {
        // Given
        send("POST", "", "{\"name\": \"%s\", \"description\": \"d\"}".formatted(group))
                .statusCode(201)
                .body("name", equalTo(group));

        // When
        var again = send("POST", "", "{\"name\": \"%s\"}".formatted(group));

        // Then
        again.statusCode(409).body("error_code", equalTo("group_name_taken"));
        get(Tokens.staff(), "/" + group).statusCode(200).body("description", equalTo("d"));
        get(Tokens.staff(), "/no-" + group).statusCode(404);
        get(Tokens.service(), "?limit=1000").statusCode(200).body("results.name", hasItem(group));
        get(Tokens.staff(), "?limit=1").body("results.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"\"}",
                "{\"name\": \" \"}",
                "{\"name\": \"a/b\"}",
                "{\"name\": \"a\\u0000\"}",
                "{\"name\": \"123456789012345678901234567890123\"}",
                "{\"name\": \"fine\", \"description\": \"\\u0000\"}",
                "[]"
            })
    void refusesAGroupThatBreaksARule(String json) {
        send("POST", "", json).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void addsAndRemovesByAnyNameWithAResultForEach() {
        // Given
        make();
        List.of("ada", "bob", "eve").forEach(scene::register);

        // When
        var added = send(
                "POST",
                "/" + group + "/members",
                learners(
                        scene.username("ada").toUpperCase(Locale.ROOT),
                        scene.email("bob"),
                        scene.id("eve"),
                        "nobody",
                        "a\\u0000",
                        scene.id("ada")));

        // Then
        added.statusCode(200)
                .body("changed", equalTo(3))
                .body(
                        "results.outcome",
                        contains("added", "added", "added", "unknown_learner", "unknown_learner", "present"))
                .body("results[3].learner_id", nullValue());
        send("POST", "/" + group + "/members", learners(scene.id("ada")))
                .body("changed", equalTo(0), "results.outcome", contains("present"));
        send("POST", "/" + group + "/members/remove", learners(scene.id("ada"), scene.id("ada"), "nobody"))
                .statusCode(200)
                .body("changed", equalTo(1), "results.outcome", contains("removed", "absent", "unknown_learner"));
        send("POST", "/" + group + "/members/remove", learners(scene.id("ada"))).body("changed", equalTo(0));
        assertThat(Database.current()
                        .value(
                                "select string_agg(history_operation || ' ' || changed_by, ',' order by history_id)"
                                        + " from user_group_member_history where learner_id = ?",
                                scene.id("ada")))
                .isEqualTo("+ staff,~ staff,- staff");
    }

    @Test
    void addsAndRemovesOneLearner() {
        // Given
        make();
        scene.register("ada");
        String ada = "/" + group + "/members/" + scene.username("ada");

        // When
        send("PUT", ada, "").statusCode(204);

        // Then
        send("PUT", ada, "").statusCode(204);
        get(Tokens.staff(), "/" + group + "/members").body("results.username", contains(scene.username("ada")));
        send("DELETE", ada, "").statusCode(204);
        send("DELETE", ada, "").statusCode(204);
        get(Tokens.staff(), "/" + group + "/members").body("results.size()", equalTo(0));
        send("PUT", "/" + group + "/members/nobody", "")
                .statusCode(404)
                .body("error_code", equalTo("learner_not_found"));
        send("DELETE", "/" + group + "/members/nobody", "").statusCode(404);
        send("PUT", "/no-" + group + "/members/" + scene.id("ada"), "")
                .statusCode(404)
                .body("error_code", equalTo("group_not_found"));
    }

    @ParameterizedTest
    @CsvSource({
        "email_future_courses, wants mail about future courses",
        "email_helpers,        wants mail about how to help",
        "mitx_unenroll,        'left everything, no more mail'",
        "6002x_unenroll,       took and left 6002x"
    })
    void makesADefaultGroupWhenTheFirstIsAdded(String name, String description) {
        // Given
        scene.register("ada");
        get(Tokens.staff(), "/" + name + "/members").statusCode(404);
        send("POST", "/" + name + "/members/remove", learners(scene.id("ada"))).statusCode(404);
        send("POST", "/" + name + "/members", learners("nobody")).statusCode(200);
        get(Tokens.staff(), "/" + name).statusCode(404);

        // When
        send("POST", "/" + name + "/members", learners(scene.id("ada")))
                .statusCode(200)
                .body("changed", equalTo(1));

        // Then
        get(Tokens.staff(), "/" + name).statusCode(200).body("description", equalTo(description));
    }

    @Test
    void knowsNoMembersOfUnknownGroupsAndPagesThoseOfOthers() {
        // Given
        make();
        List.of("ada", "bob").forEach(scene::register);
        send("POST", "/" + group + "/members", learners(scene.id("ada"), scene.id("bob")))
                .statusCode(200);

        // When
        String cursor = get(Tokens.staff(), "/" + group + "/members?limit=1")
                .statusCode(200)
                .body("results.learner_id", contains(scene.id("ada")), "next_cursor", notNullValue())
                .extract()
                .path("next_cursor");

        // Then
        get(Tokens.staff(), "/" + group + "/members?limit=1&cursor=" + cursor)
                .body("results.email", contains(scene.email("bob")), "next_cursor", nullValue());
        get(Tokens.staff(), "/no-" + group + "/members").statusCode(404);
        send("POST", "/no-" + group + "/members", learners(scene.id("ada"))).statusCode(404);
        send("POST", "/no-" + group + "/members/remove", learners(scene.id("ada")))
                .statusCode(404);
        get(Tokens.staff(), "/%00").statusCode(404);
        get(Tokens.staff(), "?limit=0").statusCode(400);
        get(Tokens.staff(), "?cursor=x").statusCode(400);
        get(Tokens.staff(), "/" + group + "/members?cursor=%00").statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"learners\": []}", "{\"learners\": [null]}", "{\"learners\": \"ada\"}"})
    void refusesAListThatIsNone(String json) {
        // Given
        make();

        // When
        var answer = send("POST", "/" + group + "/members", json);

        // Then
        answer.statusCode(400);
        send("POST", "/" + group + "/members/remove", json).statusCode(400);
    }

    @Test
    void letsOnlyStaffAndServicesIn() {
        for (String token : List.of(scene.token("ada"), Tokens.support())) {
            get(token, "").statusCode(403);
            get(token, "/" + group).statusCode(403);
            get(token, "/" + group + "/members").statusCode(403);
        }
    }

    @Test
    void fiftyLearnersTakeAsManyStatementsAsTwo() {
        // Given
        make();
        List<String> names = IntStream.range(0, 52).mapToObj(i -> "m" + i).toList();
        names.forEach(scene::register);
        String[] ids = names.stream().map(scene::id).toArray(String[]::new);

        // When
        long few = statements.during(() -> send("POST", "/" + group + "/members", learners(ids[0], ids[1])));
        long many = statements.during(() -> send(
                        "POST",
                        "/" + group + "/members",
                        learners(List.of(ids).subList(2, 52).toArray(String[]::new)))
                .body("changed", equalTo(50)));

        // Then
        assertThat(many).isEqualTo(few).isGreaterThan(2);
    }

    private void make() {
        send("POST", "", "{\"name\": \"%s\"}".formatted(group)).statusCode(201);
    }

    private static String learners(String... names) {
        return List.of(names).stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", ", "{\"learners\": [", "]}"));
    }

    private static ValidatableResponse send(String method, String path, String json) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(json)
                .request(method, GROUPS + path)
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(GROUPS + path)
                .then();
    }
}
