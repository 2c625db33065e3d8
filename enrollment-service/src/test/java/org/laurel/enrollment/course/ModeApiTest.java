package org.laurel.enrollment.course;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** The course modes API of existing clients. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ModeApiTest {

    private static final String VERIFIED = """
            {"mode_slug": "verified", "mode_display_name": "Verified", "min_price": 49, "currency": "EUR",
             "expiration_datetime": "2030-05-01T00:00:00Z", "description": "With a certificate", "sku": "S1",
             "bulk_sku": "B1", "android_sku": "A1", "ios_sku": "I1"}""";

    private final Scene scene = new Scene();

    @Test
    void addsAModeWithAllItsMembersAndPublishesTheList() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.COURSES)) {
            // Given
            scene.open("audit");

            // When
            var answer = add(VERIFIED);

            // Then
            answer.statusCode(201).body("mode_slug", equalTo("verified"), "currency", equalTo("eur"));
            get("/verified/")
                    .statusCode(200)
                    .body(
                            "course_id", equalTo(scene.course()),
                            "mode_display_name", equalTo("Verified"),
                            "min_price", equalTo(49),
                            "price", equalTo(49),
                            "expiration_datetime", equalTo("2030-05-01T00:00:00Z"),
                            "expiration_datetime_is_explicit", equalTo(true),
                            "description", equalTo("With a certificate"),
                            "sku", equalTo("S1"),
                            "bulk_sku", equalTo("B1"),
                            "android_sku", equalTo("A1"),
                            "ios_sku", equalTo("I1"));
            ReceivedEvent told = told(probe, 2).getLast();
            assertThat(told.body().path("modes"))
                    .extracting(mode -> mode.path("slug").textValue())
                    .containsExactly("audit", "verified");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void listsAllModesWithAndWithoutASlashAtTheEnd(String end) {
        // Given
        scene.open("audit", "honor");

        // When
        var answer = get(end);

        // Then
        answer.statusCode(200)
                .body("mode_slug", contains("audit", "honor"), "[0].expiration_datetime_is_explicit", equalTo(false));
    }

    @Test
    void findsAnOldCourseKeyWithItsSlashesAsTheyStand() {
        // Given
        String old = scene.course().replace("course-v1:", "").replace("+", "/");
        Scene.put("/course-runs/" + old, "{}").statusCode(201);
        Scene.put("/course-runs/" + old + "/modes", "[{\"slug\": \"audit\"}]").statusCode(200);

        // When
        var list = getAt("/" + old + "/");

        // Then
        list.statusCode(200).body("course_id", contains(old));
        getAt("/" + old).statusCode(200);
        getAt("/" + old + "/audit").statusCode(200).body("mode_slug", equalTo("audit"));
        getAt("/" + old.replace("/", "%2F") + "/audit/").statusCode(200);
        getAt("/" + scene.course().replace("+", "%2B").replace(":", "%3A")).statusCode(404);
    }

    @Test
    void changesTheGivenMembersOfAModeAndNoOthers() {
        // Given
        scene.open("audit");
        add(VERIFIED).statusCode(201);

        // When
        var answer = patch("/verified/", "{\"min_price\": 59, \"expiration_datetime\": null, \"sku\": null}");

        // Then
        answer.statusCode(204);
        get("/verified")
                .body(
                        "min_price", equalTo(59),
                        "expiration_datetime", nullValue(),
                        "expiration_datetime_is_explicit", equalTo(true),
                        "sku", nullValue(),
                        "currency", equalTo("eur"),
                        "ios_sku", equalTo("I1"));
    }

    @Test
    void takesNoOtherMediaTypeThanAMergePatch() {
        // Given
        scene.open("audit");

        // When
        var answer = request()
                .contentType("application/json")
                .body("{\"min_price\": 5}")
                .patch(url("/audit"))
                .then();

        // Then
        answer.statusCode(415);
    }

    @Test
    void removesAModeAndKeepsItsHistory() {
        // Given
        scene.open("audit", "honor");

        // When
        var answer = request().delete(url("/honor/")).then();

        // Then
        answer.statusCode(204);
        get("/honor").statusCode(404);
        get("").body("mode_slug", contains("audit"));
        request().delete(url("/honor")).then().statusCode(404);
        assertThat(Database.current()
                        .query(
                                "select history_operation from course_mode_history where course_key = ? and slug = 'honor'"
                                        + " order by history_id",
                                scene.course()))
                .extracting(row -> String.valueOf(row.get("history_operation")))
                .containsExactly("+", "-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | mode_slug_missing",
                "{\"mode_slug\": \"gold\"} | invalid_mode",
                "{\"mode_slug\": \"audit\", \"currency\": \"USD\"} | invalid_mode",
                "{\"mode_slug\": \"professional\", \"expiration_datetime\": \"2030-01-01T00:00:00Z\"} | invalid_mode",
                "{\"mode_slug\": \"honor\", \"min_price\": -1} | invalid_request",
                "{\"mode_slug\": \"honor\", \"min_price\": \"cheap\"} | unreadable_body",
                "{\"mode_slug\": \"honor\", \"currency\": \"€\"} | invalid_request",
                "{\"mode_slug\": \"honor\", \"sku\": \"a\\u0000b\"} | invalid_request",
                "{\"mode_slug\": \"honor\", \"expiration_datetime\": \"+10000-01-01T00:00:00Z\"} | invalid_request",
                "{\"mode_slug\": \"honor\", \"course_id\": \"course-v1:A+B+C\"} | wrong_course_id",
                "null | invalid_request"
            })
    void refusesAModeThatBreaksARule(String json, String code) {
        // Given
        scene.open("audit");

        // When
        var answer = add(json);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode_slug\": \"honor\"} | wrong_mode_slug",
                "{\"min_price\": -1} | invalid_request",
                "{\"mni_price\": 1} | invalid_request",
                "{\"min_price\": \"cheap\"} | unreadable_body",
                "[] | unreadable_body",
                "null | unreadable_body",
                "{\"description\": \"a\\u0000b\"} | invalid_request"
            })
    void refusesAChangeThatBreaksARule(String json, String code) {
        // Given
        scene.open("audit");

        // When
        var answer = patch("/audit", json);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @Test
    void namesTheMemberOfAChangeThatIsWrong() {
        // Given
        scene.open("audit");

        // When
        var answer = patch("/audit", "{\"min_price\": -1, \"colour\": \"red\"}");

        // Then
        answer.statusCode(400)
                .body("violations.field", hasItem("min_price"))
                .body("violations.field", hasItem("colour"));
    }

    @Test
    void knowsNothingOfUnknownCourseRunsAndModes() {
        // Given
        scene.open("audit");
        String unknown = "/course-v1:Test+Unknown+" + scene.username("r");

        // When
        var answer = getAt(unknown);

        // Then
        answer.statusCode(404);
        get("/masters").statusCode(404);
        patch("/masters", "{\"min_price\": 1}").statusCode(404);
        request()
                .contentType("application/json")
                .body("{\"mode_slug\": \"audit\"}")
                .post("/api/course_modes/v1/courses" + unknown)
                .then()
                .statusCode(404);
        getAt("/no-key").statusCode(400);
    }

    @Test
    void isForStaffServicesAndApplicationsOfTheOrganisation() {
        // Given
        scene.open("audit");
        Set<String> scope = Set.of("course_modes:read");

        // When
        var learner = status(scene.token("ada"));

        // Then
        assertThat(learner).isEqualTo(403);
        assertThat(status(Tokens.service())).isEqualTo(200);
        assertThat(status(Tokens.application("9", "app", scope, Set.of()))).isEqualTo(200);
        assertThat(status(Tokens.application("9", "app", scope, Set.of("content_org:Test"))))
                .isEqualTo(200);
        assertThat(status(Tokens.application("9", "app", scope, Set.of("content_org:Other"))))
                .isEqualTo(403);
        assertThat(status(Tokens.application("9", "app", Set.of("certificates:read"), Set.of())))
                .isEqualTo(403);
        given().auth().oauth2(scene.token("ada")).delete(url("/audit")).then().statusCode(403);
        given().get(url("")).then().statusCode(401);
    }

    private int status(String token) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(url("/audit"))
                .statusCode();
    }

    private static RequestSpecification request() {
        return given().urlEncodingEnabled(false).auth().oauth2(Tokens.staff());
    }

    private String url(String rest) {
        return "/api/course_modes/v1/courses/" + scene.course() + rest;
    }

    private ValidatableResponse add(String json) {
        return request()
                .contentType("application/json")
                .body(json)
                .post(url("/"))
                .then();
    }

    private ValidatableResponse get(String rest) {
        return request().get(url(rest)).then();
    }

    private static ValidatableResponse getAt(String path) {
        return request().get("/api/course_modes/v1/courses" + path).then();
    }

    private ValidatableResponse patch(String rest, String json) {
        return request()
                .contentType("application/merge-patch+json")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .patch(url(rest))
                .then();
    }

    private List<ReceivedEvent> told(KafkaProbe probe, int count) {
        return probe.awaitEvents(
                Scene.COURSES,
                count,
                event -> scene.course().equals(event.key()) && event.type().contains("course-modes"));
    }
}
