package org.laurel.enrollment.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EntitlementApiTest {

    private static final String BASE = "/api/enrollment/v1/entitlements";

    private final Scene scene = new Scene();
    private final String course = UUID.randomUUID().toString();

    @Test
    void entitlesALearnerOnceAndTellsIt() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.register("ada");

            // When
            var answer = grant("ada", ", \"order_number\": \"EDX-1\"");

            // Then
            answer.statusCode(201)
                    .body(
                            "uuid", notNullValue(),
                            "learner_id", equalTo(scene.id("ada")),
                            "user", equalTo(scene.username("ada")),
                            "course_uuid", equalTo(course),
                            "mode", equalTo("verified"),
                            "order_number", equalTo("EDX-1"),
                            "course_key", nullValue(),
                            "expired_at", nullValue(),
                            "version", equalTo(1));
            grant("ada", "").statusCode(200).body("version", equalTo(1));
            grant("ada", "", "professional").statusCode(409).body("error_code", equalTo("already_entitled"));
            ReceivedEvent told = told(probe, 1).getFirst();
            assertThat(told.type()).isEqualTo("org.laurel.entitlement.changed.v1");
            assertThat(told.body().path("course_uuid").textValue()).isEqualTo(course);
            assertThat(told.body().path("version").intValue()).isEqualTo(1);
        }
    }

    @Test
    void usesGivesBackAndEndsAnEntitlementAndTellsEachChangeOnce() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.register("ada");
            scene.open("verified");
            String uuid = granted("ada");
            String use = "{\"course_key\": \"%s\"}".formatted(scene.course());

            // When
            patch(uuid, use).statusCode(200).body("course_key", equalTo(scene.course()), "version", equalTo(2));
            patch(uuid, use).statusCode(200).body("version", equalTo(2));
            patch(uuid, "{\"course_key\": null}").statusCode(200).body("course_key", nullValue());
            staff().delete(BASE + "/" + uuid).then().statusCode(204);
            staff().delete(BASE + "/" + uuid).then().statusCode(204);

            // Then
            assertThat(told(probe, 4))
                    .extracting(
                            event -> event.body().path("course_key").textValue(),
                            event -> event.body().path("expired_at").isNull(),
                            event -> event.body().path("version").intValue())
                    .containsExactly(
                            tuple(null, true, 1),
                            tuple(scene.course(), true, 2),
                            tuple(null, true, 3),
                            tuple(null, false, 4));
            assertThat(Database.current()
                            .query("select changed_by from entitlement_history where uuid = ?::uuid", uuid))
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row).containsEntry("changed_by", "staff"));
        }
    }

    @Test
    void entitlesAgainAfterTheEndAndChangesTheNewOneOnly() {
        // Given
        scene.register("ada");
        String first = granted("ada");
        staff().delete(BASE + "/" + first).then().statusCode(204);

        // When
        var answer = grant("ada", "");

        // Then
        answer.statusCode(201).body("version", equalTo(3));
        patch(first, "{\"expired_at\": null}").statusCode(409).body("error_code", equalTo("entitlement_superseded"));
    }

    @Test
    void replacesAllTerms() {
        // Given
        scene.register("ada");
        String uuid = granted("ada", ", \"order_number\": \"EDX-1\"");

        // When
        var answer = staff().contentType("application/json")
                .body("{\"mode\": \"professional\"}")
                .put(BASE + "/" + uuid)
                .then();

        // Then
        answer.statusCode(200).body("mode", equalTo("professional"), "order_number", nullValue());
        staff().get(BASE + "/" + uuid).then().body("mode", equalTo("professional"), "order_number", nullValue());
        staff().contentType("application/json")
                .body("{}")
                .put(BASE + "/" + uuid)
                .then()
                .statusCode(400);
    }

    @Test
    void listsByLearnerCourseAndActivityInPages() {
        // Given
        scene.register("ada");
        scene.register("bob");
        String first = granted("ada");
        staff().delete(BASE + "/" + first).then().statusCode(204);
        String second = granted("ada");
        String other = granted("bob");

        // When
        var all = staff().get(BASE + "?course_uuid=" + course + "&page_size=2").then();

        // Then
        all.statusCode(200).body("results.uuid", contains(first, second), "count", equalTo(3), "next", notNullValue());
        list("?course_uuid=" + course + "&active=true").body("results.uuid", contains(second, other));
        list("?learner_id=" + scene.id("ada") + "&active=false").body("results.uuid", contains(first));
        list("?user=" + scene.username("BOB")).body("results.uuid", contains(other));
        list("?user=" + scene.username("nobody")).body("results.uuid", empty());
    }

    @Test
    void showsLearnersTheirOwnOnly() {
        // Given
        scene.register("ada");
        scene.register("bob");
        String own = granted("ada");
        String other = granted("bob");

        // When
        var list = as("ada").get(BASE).then();

        // Then
        list.statusCode(200).body("results.uuid", contains(own));
        as("ada").get(BASE + "?user=" + scene.username("bob")).then().body("results", empty());
        as("ada").get(BASE + "/" + own).then().statusCode(200);
        as("ada").get(BASE + "/" + other).then().statusCode(404);
        as("ada").delete(BASE + "/" + own).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"course_key\": \"course-v1:Test+Nobody+Knows\"} | course_run_unknown",
                "{\"course_key\": \"no-key\"} | invalid_course_key",
                "{\"mode\": null} | mode_missing",
                "{\"mode\": \"gold\"} | mode_unknown",
                "{\"expired_at\": \"2999-01-01T00:00:00Z\"} | expiry_ahead",
                "{\"expired_at\": \"yesterday\"} | unreadable_body",
                "{\"expired_at\": \"+10000-01-01T00:00:00Z\"} | invalid_request",
                "{\"order_number\": \"a\\u0000b\"} | invalid_request",
                "{\"course\": \"x\"} | invalid_request",
                "[] | unreadable_body",
                "null | unreadable_body"
            })
    void refusesAChangeThatBreaksARule(String json, String code) {
        // Given
        scene.register("ada");
        String uuid = granted("ada");

        // When
        var answer = patch(uuid, json);

        // Then
        answer.statusCode(400).contentType("application/problem+json").body("error_code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400",
                "{\"user\": \"nobody-knows\", \"course_uuid\": \"COURSE\", \"mode\": \"verified\"} | 404",
                "{\"learner_id\": \"a b\", \"course_uuid\": \"COURSE\", \"mode\": \"verified\"} | 404",
                "{\"learner_id\": \"1\", \"user\": \"x\", \"course_uuid\": \"COURSE\", \"mode\": \"verified\"} | 400",
                "{\"learner_id\": \"ADA\", \"course_uuid\": \"1-1-1-1-1\", \"mode\": \"verified\"} | 400",
                "{\"learner_id\": \"ADA\", \"course_uuid\": \"COURSE\", \"mode\": \"gold\"} | 400",
                "{\"learner_id\": \"ADA\", \"course_uuid\": \"COURSE\"} | 400",
                "{\"learner_id\": \"ADA\", \"course_uuid\": \"COURSE\", \"mode\": \"verified\", \"course_key\": \"x\"} | 400",
                "null | 400"
            })
    void refusesAnEntitlementThatBreaksARule(String json, int status) {
        // Given
        scene.register("ada");

        // When
        var answer = post(json.replace("COURSE", course).replace("ADA", scene.id("ada")));

        // Then
        answer.statusCode(status).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?course_uuid=x", "?active=maybe", "?page=0", "?page=x", "?user=a%00b"})
    void refusesAFilterThatDoesNotParse(String query) {
        // Given the query above

        // When
        var answer = list(query);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void tellsUnknownFromMalformedIds() {
        // Given
        String unknown = UUID.randomUUID().toString();

        // When
        var answer = staff().get(BASE + "/" + unknown).then();

        // Then
        answer.statusCode(404);
        staff().get(BASE + "/x").then().statusCode(400);
        patch(unknown, "{}").statusCode(404);
        staff().delete(BASE + "/" + unknown).then().statusCode(404);
    }

    private static RequestSpecification staff() {
        return given().urlEncodingEnabled(false).auth().oauth2(Tokens.staff());
    }

    private RequestSpecification as(String name) {
        return given().auth().oauth2(scene.token(name));
    }

    private static ValidatableResponse list(String query) {
        return staff().get(BASE + query).then();
    }

    private static ValidatableResponse post(String json) {
        return staff().contentType("application/json").body(json).post(BASE).then();
    }

    private ValidatableResponse grant(String name, String members) {
        return grant(name, members, "verified");
    }

    private ValidatableResponse grant(String name, String members, String mode) {
        return post("{\"learner_id\": \"%s\", \"course_uuid\": \"%s\", \"mode\": \"%s\"%s}"
                .formatted(scene.id(name), course, mode, members));
    }

    private String granted(String name) {
        return granted(name, "");
    }

    private String granted(String name, String members) {
        return grant(name, members).statusCode(201).extract().path("uuid");
    }

    private static ValidatableResponse patch(String uuid, String json) {
        return staff().contentType("application/merge-patch+json")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .patch(BASE + "/" + uuid)
                .then();
    }

    private List<ReceivedEvent> told(KafkaProbe probe, int count) {
        return probe.awaitEvents(
                Scene.ENROLLMENTS,
                count,
                event -> scene.id("ada").equals(event.key()) && event.type().contains("entitlement"));
    }
}
