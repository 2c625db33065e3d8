package org.laurel.enrollment.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Whom a token stands for when usernames pass from one learner to another, and when its learner is retired. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class OwnTokenTest {

    private static final String LEARNERS = "/api/enrollment/v1/learners/";
    private static final String ENROLLMENTS = "/api/enrollment/v1/enrollment";

    private final Scene scene = new Scene();

    @Test
    void anOldTokenDoesNotReachWhoHasTheUsernameNow() {
        // Given
        String old = passOn();

        // When
        var answer = get(old, LEARNERS + scene.id("bob"));

        // Then
        answer.statusCode(404);
        get(old, LEARNERS + scene.id("ada")).statusCode(200);
        get(old, ENROLLMENTS + "?user=" + scene.username("ada")).statusCode(200).body("size()", equalTo(0));
        get(old, ENROLLMENTS + "/" + scene.username("ada") + "," + scene.course())
                .statusCode(404);
        get(old, "/api/user/v1/preferences/" + scene.username("ada")).statusCode(403);
        get(old, "/api/user/v1/accounts").statusCode(200).body("username", contains(scene.username("countess")));
    }

    @Test
    void anOldTokenRetiresItsOwnLearner() {
        // Given
        String old = passOn();

        // When
        var answer = Departing.post(old, Departing.ACCOUNTS + "deactivate_logout/", "{}");

        // Then
        answer.statusCode(204);
        assertThat(Database.current().value("select count(*) from retirement where learner_id = ?", scene.id("ada")))
                .isEqualTo("1");
        assertThat(Database.current().value("select count(*) from retirement where learner_id = ?", scene.id("bob")))
                .isEqualTo("0");
    }

    @Test
    void aTokenWithAnotherIdReachesItsLearnerByUsername() {
        // Given
        scene.register("ada");
        String elsewhere = Tokens.learner(scene.id("elsewhere"), scene.username("ada"));

        // When
        var answer = get(elsewhere, LEARNERS + scene.id("ada"));

        // Then
        answer.statusCode(200);
        get(elsewhere, "/api/user/v1/accounts").statusCode(200).body("username", contains(scene.username("ada")));
        get(elsewhere, "/api/user/v1/preferences/" + scene.username("ada")).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "bob"})
    void theTokenOfARetiredLearnerReachesNobody(String username) {
        // Given
        scene.register("ada");
        scene.register("bob");
        Departing.endCoolingOff(Departing.request(scene, "ada"));
        String retired = Tokens.learner(scene.id("ada"), scene.username(username));

        // When
        var answer = get(retired, LEARNERS + scene.id("bob"));

        // Then
        answer.statusCode(404);
        get(retired, LEARNERS + scene.id("ada")).statusCode(404);
        get(retired, "/api/user/v1/accounts").statusCode(404);
        Departing.post(retired, Departing.ACCOUNTS + "deactivate_logout/", "{}").statusCode(404);
    }

    /** Gives Ada's username to Bob, who is enrolled, and returns Ada's token from before. */
    private String passOn() {
        String old = scene.token("ada");
        scene.register("ada");
        rename("ada", "countess").statusCode(200);
        rename("bob", "ada").statusCode(201);
        scene.open("audit");
        scene.enrollAsService("ada", "").statusCode(200);
        return old;
    }

    private ValidatableResponse rename(String name, String username) {
        return scene.putLearner(
                name,
                "{\"username\": \"%s\", \"email\": \"%s\"}".formatted(scene.username(username), scene.email(name)));
    }

    private static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path).then();
    }
}
