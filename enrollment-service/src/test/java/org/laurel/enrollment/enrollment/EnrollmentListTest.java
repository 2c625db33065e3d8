package org.laurel.enrollment.enrollment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.measuring.StatementCount;

/** The list of enrollments for staff, and what an enrollment was before. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentListTest {

    private static final String PATH = "/api/enrollment/v1/enrollments";

    private final Scene scene = new Scene();
    private final StatementCount statements;
    private final String publicUrl;

    @Inject
    EnrollmentListTest(StatementCount statements, @ConfigProperty(name = "laurel.public-url") String publicUrl) {
        this.statements = statements;
        this.publicUrl = publicUrl;
    }

    @Test
    void goesThroughAllEnrollmentsOfACourseRunThereAndBack() {
        // Given
        enrolled(5);

        // When
        var first = list(Map.of("course_id", scene.course(), "page_size", 2));
        var second = follow(first, "next");
        var third = follow(second, "next");
        var back = follow(third, "previous");

        // Then
        first.body("previous", nullValue(), "next", startsWith(publicUrl + PATH + "?"), "results", hasSize(2));
        third.body("next", nullValue(), "results", hasSize(1));
        List<String> seen = new ArrayList<>(users(first));
        seen.addAll(users(second));
        seen.addAll(users(third));
        assertThat(seen)
                .containsExactly(IntStream.of(4, 3, 2, 1, 0)
                        .mapToObj(i -> scene.username("l" + i))
                        .toArray(String[]::new));
        assertThat(users(back)).isEqualTo(users(second));
        follow(back, "previous").body("previous", nullValue(), "results", hasSize(2));
        assertThat(users(follow(back, "next"))).isEqualTo(users(third));
    }

    @Test
    void showsInactiveEnrollmentsAndNoCount() {
        // Given
        enrolled(1);
        scene.enrollAsService("l0", ", \"is_active\": false").statusCode(200);

        // When
        var answer = list(Map.of("course_id", scene.course()));

        // Then
        answer.body(
                "results[0].is_active", equalTo(false),
                "results[0].mode", equalTo("audit"),
                "results[0].user", equalTo(scene.username("l0")),
                "results[0].course_id", equalTo(scene.course()),
                "results[0].created", notNullValue(),
                "count", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"username, 2", "email, 2", "course_ids, 3", "course_id, 3"})
    void filters(String by, int count) {
        // Given
        enrolled(3);
        String value = switch (by) {
            case "username" -> scene.username("L0") + "," + scene.username("l1") + ",nobody";
            case "email" -> scene.email("L0") + "," + scene.email("l1");
            case "course_ids" ->
                "nothing-like-it,"
                        + scene.course().substring("course-v1:".length()).toUpperCase(Locale.ROOT);
            default -> scene.course();
        };

        // When
        var answer = list(Map.of(by, value));

        // Then
        answer.body("results", hasSize(count));
    }

    @Test
    void findsNothingInACourseRunThatNobodyKnows() {
        // Given a course run that was not submitted
        // When
        var answer = list(Map.of("course_id", scene.course()));

        // Then
        answer.body("results", hasSize(0), "next", nullValue(), "previous", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "course_id, no-key",
        "username, a/b",
        "username, ','",
        "email, no-address",
        "page, nonsense",
        "page, bm9uc2Vuc2U",
        "page, byArOTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiB4IHk",
        "page, YiAtMDAwMS0wMS0wMVQwMDowMDowMFogeCB5",
        "page, byArMTAwMDAtMDEtMDFUMDA6MDA6MDBaIHggeQ",
        "page_size, 0",
        "page_size, many",
        "course_ids, ','"
    })
    void refusesAFilterThatCannotBeRead(String name, String value) {
        // Given the parameter above
        // When
        var answer =
                given().auth().oauth2(Tokens.staff()).queryParam(name, value).get(PATH);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void takesAtMostAHundredUsernames() {
        // Given
        String names = IntStream.range(0, 101).mapToObj(i -> "n" + i).collect(Collectors.joining(","));

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("username", names)
                .get(PATH);

        // Then
        answer.then().statusCode(400).body("error_code", equalTo("invalid_username"));
        list(Map.of("username", names.substring(0, names.lastIndexOf(',')))).body("results", hasSize(0));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given a learner
        // When
        var answer = given().auth().oauth2(scene.token("ada")).get(PATH);

        // Then
        answer.then().statusCode(403);
        given().get(PATH).then().statusCode(401);
        given().auth().oauth2(Tokens.service()).get(PATH).then().statusCode(200);
    }

    @Test
    void readsAPageOfAnySizeByOneStatement() {
        // Given
        enrolled(6);

        // When
        long many = statements.during(() -> list(Map.of("course_id", scene.course(), "page_size", 6)));

        // Then
        assertThat(statements.during(() -> list(Map.of("course_id", scene.course(), "page_size", 1))))
                .isEqualTo(many)
                .isEqualTo(1);
    }

    @Test
    void tellsEveryVersionOfAnEnrollment() {
        // Given
        enrolled(1);
        scene.enrollAsService("l0", ", \"is_active\": false").statusCode(200);
        String path = "/enrollments/" + scene.id("l0") + "/" + scene.course() + "/history";

        // When
        var answer = Scene.get(Tokens.staff(), path);

        // Then
        answer.statusCode(200)
                .body(
                        "results.version", contains(1, 2),
                        "results.is_active", contains(true, false),
                        "results.mode", contains("audit", "audit"),
                        "results.changed_by", contains("service", "service"),
                        "results[1].recorded_at", notNullValue(),
                        "next_cursor", nullValue());
        Scene.get(Tokens.staff(), path + "?limit=1").body("results", hasSize(1), "next_cursor", notNullValue());
        Scene.get(scene.token("l0"), path).statusCode(403);
        Scene.get(Tokens.staff(), path.replace(scene.course(), "course-v1:No+Such+Run"))
                .statusCode(404);
        Scene.get(Tokens.staff(), path.replace(scene.id("l0"), "nobody")).statusCode(404);
        Scene.get(Tokens.staff(), path.replace(scene.course(), "no-key")).statusCode(400);
    }

    private void enrolled(int learners) {
        scene.open();
        for (int i = 0; i < learners; i++) {
            scene.register("l" + i);
            scene.enrollAsService("l" + i, "").statusCode(200);
        }
    }

    private static ValidatableResponse list(Map<String, ?> parameters) {
        return given().auth()
                .oauth2(Tokens.staff())
                .queryParams(parameters)
                .get(PATH)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse follow(ValidatableResponse page, String direction) {
        String link = page.extract().path(direction);
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .get(link.substring(publicUrl.length()))
                .then()
                .statusCode(200);
    }

    private static List<String> users(ValidatableResponse page) {
        return page.extract().path("results.user");
    }
}
