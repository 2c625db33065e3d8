package org.laurel.enrollment.learner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerApiTest {

    private final Scene scene = new Scene();

    @Test
    void createsALearnerOnceAndThenReplacesTheAccount() {
        // Given
        scene.putLearner("ada", scene.learnerJson("ada", "Ada")).statusCode(201).body("version", equalTo(1));

        // When
        scene.putLearner("ada", scene.learnerJson("ada", "Ada Lovelace")).statusCode(200);

        // Then
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada"))
                .statusCode(200)
                .body(
                        "learner_id", equalTo(scene.id("ada")),
                        "username", equalTo(scene.username("ada")),
                        "name", equalTo("Ada Lovelace"),
                        "is_active", equalTo(true),
                        "allow_certificate", equalTo(true),
                        "version", equalTo(2));
    }

    @Test
    void writesNothingWhenNothingChanges() {
        // Given
        scene.register("ada");

        // When
        scene.putLearner("ada", scene.learnerJson("ada", "ada")).statusCode(200);

        // Then
        String versions =
                Database.current().value("select count(*) from learner_history where learner_id = ?", scene.id("ada"));
        assertThat(versions).isEqualTo("1");
    }

    @Test
    void leavesThePermissionForCertificatesAloneWhenItIsNotSent() {
        // Given
        scene.register("ada");
        String barred = scene.learnerJson("ada", "ada").replace("}", ", \"allow_certificate\": false}");
        scene.putLearner("ada", barred).statusCode(200).body("allow_certificate", equalTo(false));

        // When
        var answer = scene.putLearner("ada", scene.learnerJson("ada", "Ada"));

        // Then
        answer.statusCode(200).body("allow_certificate", equalTo(false));
    }

    @Test
    void refusesAUsernameThatAnotherLearnerHasInOtherCase() {
        // Given
        scene.register("ada");
        String taken = scene.username("ada").toUpperCase(Locale.ROOT);

        // When
        var answer = scene.putLearner("bob", "{\"username\": \"%s\"}".formatted(taken));

        // Then
        answer.statusCode(409).body("error_code", equalTo("username_taken"));
    }

    @Test
    void refusesAnEmailAddressThatAnotherLearnerHasInOtherCase() {
        // Given
        scene.register("ada");
        String json = scene.learnerJson("bob", "Bob")
                .replace(scene.email("bob"), scene.email("ada").toUpperCase(Locale.ROOT));

        // When
        var answer = scene.putLearner("bob", json);

        // Then
        answer.statusCode(409).body("error_code", equalTo("email_taken"));
    }

    @Test
    void takesManyLearnersWithoutAnEmailAddress() {
        // Given
        scene.putLearner("ada", "{\"username\": \"%s\"}".formatted(scene.username("ada")))
                .statusCode(201);

        // When
        var answer = scene.putLearner("bob", "{\"username\": \"%s\"}".formatted(scene.username("bob")));

        // Then
        answer.statusCode(201).body("email", equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\": \"\"}",
                "{\"username\": \"has blank\"}",
                "{\"username\": \"ada,bob\"}",
                "{\"username\": \"ada/bob\"}",
                "{\"username\": \"<ada>\"}",
                "{\"username\": \"ada\", \"name\": \"<b>Ada</b>\"}",
                "{\"username\": \"ada\", \"name\": \"see https://example.org\"}",
                "{\"username\": \"ada\", \"email\": \"nobody\"}",
                "{\"username\": \"ada\", \"name\": \"A\\u0000\"}",
                "[]",
                "{"
            })
    void refusesALearnerThatBreaksARule(String json) {
        // Given the JSON above

        // When
        var answer = scene.putLearner("ada", json);

        // Then
        answer.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void showsALearnerToTheLearnerAndHidesItFromOthers() {
        // Given
        scene.register("ada");
        String path = "/learners/" + scene.id("ada");

        // When
        int self = Scene.get(scene.token("ada"), path).extract().statusCode();

        // Then
        assertThat(self).isEqualTo(200);
        Scene.get(scene.token("bob"), path).statusCode(404);
        Scene.get(Tokens.support(), path).statusCode(404);
        Scene.get(Tokens.staff(), "/learners/" + scene.id("nobody")).statusCode(404);
    }

    @Test
    void letsOnlyStaffAndServicesWriteLearners() {
        // Given
        String path = "/api/enrollment/v1/learners/" + scene.id("ada");

        // When
        var answer = given().auth()
                .oauth2(scene.token("ada"))
                .contentType("application/json")
                .body(scene.learnerJson("ada", "Ada"))
                .put(path);

        // Then
        answer.then().statusCode(403);
    }
}
