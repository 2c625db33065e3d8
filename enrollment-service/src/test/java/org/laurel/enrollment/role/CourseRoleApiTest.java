package org.laurel.enrollment.role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class CourseRoleApiTest {

    private final Scene scene = new Scene();
    private final RoleScene roles = new RoleScene(scene);

    @Test
    void givesTakesAndGivesARoleAndTellsEachChangeOnce() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.register("ada");
            roles.give(Tokens.staff(), "ada", "instructor")
                    .statusCode(201)
                    .body(
                            "version",
                            equalTo(1),
                            "is_member",
                            equalTo(true),
                            "username",
                            equalTo(scene.username("ada")));
            roles.give(Tokens.service(), "ada", "instructor").statusCode(200).body("version", equalTo(1));
            roles.take(Tokens.staff(), "ada", "instructor").statusCode(204);
            roles.take(Tokens.staff(), "ada", "instructor").statusCode(204);

            // When
            roles.give(Tokens.staff(), "ada", "instructor").statusCode(201).body("version", equalTo(3));

            // Then
            List<ReceivedEvent> told = scene.await(probe, Scene.ENROLLMENTS, "ada", 3);
            assertThat(told)
                    .extracting(
                            ReceivedEvent::type,
                            event -> event.body().path("version").intValue(),
                            event -> event.body().path("is_member").booleanValue(),
                            event -> event.body().path("course_key").textValue(),
                            event -> event.body().path("org").textValue(),
                            event -> event.body().path("role").textValue())
                    .containsExactly(
                            tuple(RoleScene.CHANGED, 1, true, scene.course(), "Test", "instructor"),
                            tuple(RoleScene.CHANGED, 2, false, scene.course(), "Test", "instructor"),
                            tuple(RoleScene.CHANGED, 3, true, scene.course(), "Test", "instructor"));
            assertThat(history("ada")).isEqualTo("3");
        }
    }

    @Test
    void givesARoleInAWholeOrganisation() {
        // Given
        scene.register("ada");

        // When
        var answer = roles.call(Tokens.staff(), "PUT", "ada", "staff", "/organizations/" + roles.org());

        // Then
        answer.statusCode(201).body("org", equalTo(roles.org()), "course_key", nullValue());
        roles.call(Tokens.staff(), "DELETE", "ada", "staff", "/organizations/" + roles.org())
                .statusCode(204);
    }

    @Test
    void keepsARoleThatBelongsToNoOrganisationToItself() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.ENROLLMENTS)) {
            // Given
            scene.register("ada");
            roles.call(Tokens.staff(), "PUT", "ada", "support", "")
                    .statusCode(201)
                    .body("org", equalTo(""), "course_key", nullValue());
            roles.call(Tokens.staff(), "PUT", "ada", "support", "").statusCode(200);
            roles.call(Tokens.staff(), "DELETE", "ada", "support", "").statusCode(204);

            // When
            roles.give(Tokens.staff(), "ada", "staff").statusCode(201);

            // Then
            assertThat(scene.await(probe, Scene.ENROLLMENTS, "ada", 1))
                    .extracting(event -> event.body().path("role").textValue())
                    .containsExactly("staff");
            assertThat(roles.rows("ada")).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada,  teacher,      /runs/course-v1:Test+A+R, 400, unknown_role",
        "ada,  STAFF,        /runs/course-v1:Test+A+R, 400, unknown_role",
        "ada,  staff,        /runs/nonsense,           400, invalid_course_key",
        "ada,  staff,        '',                       400, scope_missing",
        "ada,  staff,        /organizations/a%20b,     400, invalid_org",
        "ada,  staff,        /organizations/a%00b,     400, invalid_org",
        "eve,  staff,        /runs/course-v1:Test+A+R, 404, learner_not_found"
    })
    void refusesWhatIsNoRole(String name, String role, String where, int status, String code) {
        // Given
        scene.register("ada");

        // When
        var answer = roles.call(Tokens.staff(), "PUT", name, role, where);

        // Then
        answer.statusCode(status).body("error_code", equalTo(code));
        roles.call(Tokens.staff(), "DELETE", name, role, where).statusCode(status);
    }

    @Test
    void letsOnlyStaffAndServicesGiveAndList() {
        // Given
        scene.register("ada");
        roles.give(Tokens.staff(), "ada", "instructor").statusCode(201);

        // When
        var answer = roles.give(scene.token("ada"), "ada", "staff");

        // Then
        answer.statusCode(403);
        roles.take(Tokens.support(), "ada", "instructor").statusCode(403);
        list(scene.token("ada"), "").statusCode(403);
    }

    @Test
    void takesOldCourseKeysWithPlainSlashes() {
        // Given
        scene.register("ada");

        // When
        var answer = roles.call(Tokens.staff(), "PUT", "ada", "beta_testers", "/runs/Org/Course/Run");

        // Then
        answer.statusCode(201).body("course_key", equalTo("Org/Course/Run"), "org", equalTo("Org"));
    }

    @Test
    void listsRolesByCourseOrganisationAndLearnerInPages() {
        // Given
        for (String name : List.of("ada", "bob", "eve")) {
            scene.register(name);
            roles.give(Tokens.staff(), name, "staff").statusCode(201);
        }
        roles.take(Tokens.staff(), "eve", "staff").statusCode(204);
        roles.call(Tokens.staff(), "PUT", "ada", "instructor", "/organizations/" + roles.org())
                .statusCode(201);
        String byCourse = "?course_key=" + scene.course().replace("+", "%2B");

        // When
        String cursor = list(Tokens.staff(), byCourse + "&limit=1")
                .statusCode(200)
                .body("results.username", contains(scene.username("ada")), "next_cursor", notNullValue())
                .extract()
                .path("next_cursor");

        // Then
        list(Tokens.staff(), byCourse + "&limit=1&cursor=" + cursor)
                .body("results.username", contains(scene.username("bob")), "next_cursor", nullValue());
        list(Tokens.staff(), byCourse + "&include_removed=true").body("results", hasSize(3));
        list(Tokens.staff(), byCourse + "&role=instructor").body("results", hasSize(0));
        list(Tokens.service(), "?org=" + roles.org()).body("results.role", contains("instructor"));
        list(Tokens.staff(), "?learner_id=" + scene.id("ada")).body("results.role", contains("staff", "instructor"));
        list(Tokens.staff(), "?username=" + scene.username("bob").toUpperCase(Locale.ROOT))
                .body("results.role", contains("staff"));
    }

    @ParameterizedTest
    @CsvSource({"?course_key=nonsense", "?role=teacher", "?limit=0", "?limit=1001", "?cursor=x", "?org=%00"})
    void refusesListsThatItCannotRead(String query) {
        list(Tokens.staff(), query).statusCode(400);
    }

    private static ValidatableResponse list(String token, String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get("/api/enrollment/v1/course-roles" + query)
                .then();
    }

    private String history(String name) {
        return String.valueOf(Database.current()
                .value("select count(*) from course_role_history where learner_id = ?", scene.id(name)));
    }
}
