package org.laurel.enrollment.allowed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Allowing email addresses, asking where they are allowed, and taking that back. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AllowedApiTest {

    private final Scene scene = new Scene();
    private final AllowedScene allowed = new AllowedScene(scene);

    @Test
    void allowsAnAddress() {
        // Given
        scene.open();

        // When
        var answer = allowed.allow("ada", ", \"auto_enroll\": true");

        // Then
        answer.statusCode(201)
                .body(
                        "email", equalTo(scene.email("ada")),
                        "course_id", equalTo(scene.course()),
                        "auto_enroll", equalTo(true),
                        "created", notNullValue(),
                        "user", nullValue());
        allowed.list("ada").statusCode(200).body("", hasSize(1));
    }

    @Test
    void knowsAnAddressThatIsAllowedAlreadyIgnoringCase() {
        // Given
        scene.open();
        allowed.allow("ada", "").statusCode(201);

        // When
        var answer = AllowedScene.call(
                Tokens.service(),
                "POST",
                "{\"email\": \"%s\", \"course_id\": \"%s\"}"
                        .formatted(scene.email("ada").toUpperCase(Locale.ROOT), scene.course()));

        // Then
        answer.statusCode(409);
        assertThat(allowed.rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": \"ada@example.org\"}",
                "{\"course_id\": \"course-v1:A+B+C\"}",
                "{\"email\": \"no address\", \"course_id\": \"course-v1:A+B+C\"}",
                "{\"email\": \"ada@example.org\", \"course_id\": \"no-key\"}",
                "{\"email\": \"a\\u0000@example.org\", \"course_id\": \"course-v1:A+B+C\"}"
            })
    void refusesWhatItCannotRead(String json) {
        // Given the JSON above
        // When
        var answer = AllowedScene.call(Tokens.staff(), "POST", json);

        // Then
        answer.statusCode(400);
        AllowedScene.call(Tokens.staff(), "DELETE", json).statusCode(400);
    }

    @Test
    void refusesACourseRunThatIsNotKnown() {
        // Given no course run
        // When
        var answer = allowed.allow("ada", "");

        // Then
        answer.statusCode(400).body("error_code", equalTo("course_unknown"));
    }

    @Test
    void takesAPermissionBackOnce() {
        // Given
        scene.open();
        allowed.allow("ada", "").statusCode(201);

        // When
        var answer = allowed.disallow("ada");

        // Then
        answer.statusCode(204);
        allowed.disallow("ada").statusCode(404);
        assertThat(Database.current()
                        .query(
                                "select history_operation, changed_by from enrollment_allowed_history"
                                        + " where course_key = ? order by history_id",
                                scene.course()))
                .extracting(row -> row.get("history_operation") + " " + row.get("changed_by"))
                .containsExactly("+ staff", "~ staff", "- staff");
    }

    @Test
    void showsTheCallersOwnAddressWithoutAnother() {
        // Given
        scene.open();
        scene.register("boss");
        allowed.allow("boss", "").statusCode(201);

        // When
        var answer = given().auth()
                .oauth2(Tokens.of(scene.id("boss"), scene.username("boss"), "staff"))
                .get("/api/enrollment/v1/enrollment_allowed");

        // Then
        answer.then().statusCode(200).body("", hasSize(1));
        Scene.get(Tokens.service(), "/enrollment_allowed/").statusCode(200).body("", hasSize(0));
        Scene.get(Tokens.service(), "/enrollment_allowed?email=%00")
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given a learner
        // When
        var answer = AllowedScene.call(scene.token("ada"), "POST", "{}");

        // Then
        answer.statusCode(403);
        AllowedScene.call(scene.token("ada"), "DELETE", "{}").statusCode(403);
        Scene.get(scene.token("ada"), "/enrollment_allowed/").statusCode(403);
        given().get("/api/enrollment/v1/enrollment_allowed/").then().statusCode(401);
    }
}
