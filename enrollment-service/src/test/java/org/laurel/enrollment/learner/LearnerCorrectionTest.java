package org.laurel.enrollment.learner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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
class LearnerCorrectionTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void register() {
        scene.register("ada");
    }

    @Test
    void correctsWhatIsNamedAndTellsWhoKnowsTheLearner() {
        try (KafkaProbe probe = KafkaProbe.fromNow(Scene.LEARNERS)) {
            // Given
            scene.open();
            scene.enrollAsService("ada", "").statusCode(200);

            // When
            var answer = correct("{\"name\": \"Ada Lovelace\", \"reason\": \"a misspelling\"}");

            // Then
            answer.statusCode(200)
                    .body("name", equalTo("Ada Lovelace"), "email", equalTo(scene.email("ada")), "version", equalTo(2));
            List<ReceivedEvent> told = scene.await(probe, Scene.LEARNERS, "ada", 2);
            assertThat(told.getLast().body().path("name").textValue()).isEqualTo("Ada Lovelace");
            assertThat(told.getLast().body().toString()).doesNotContain("misspelling");
            assertThat(Database.current()
                            .query(
                                    "select changed_by, change_reason from learner where learner_id = ?",
                                    scene.id("ada"))
                            .getFirst())
                    .containsEntry("changed_by", "staff")
                    .containsEntry("change_reason", "a misspelling");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'email': 'nowhere'}|400|email_unfit",
                "{'username': 'two words'}|400|username_unfit",
                "{'name': '<b>'}|400|name_unfit",
                "{'username': 'BOB'}|409|username_taken",
                "{'email': 'BOB'}|409|email_taken"
            })
    void refusesWhatCannotBe(String json, int status, String code) {
        // Given
        scene.register("bob");
        String taken = json.contains("email") ? scene.email("bob") : scene.username("bob");

        // When
        var answer = correct(json.replace('\'', '"').replace("BOB", taken));

        // Then
        answer.statusCode(status).body("error_code", equalTo(code));
    }

    @Test
    void isForStaffAndServiceClients() {
        // Given
        String path = "/learners/" + scene.id("ada");

        // When
        var answer = patch(scene.token("ada"), path, "{\"name\": \"Eve\"}");

        // Then
        answer.statusCode(403);
        patch(Tokens.staff(), "/learners/nobody", "{\"name\": \"Eve\"}").statusCode(404);
    }

    @Test
    void letsLearnersChooseWhatGoesOnTheirCertificates() {
        // Given
        String path = preferences();

        // When
        var answer = patch(scene.token("ada"), path, """
                {"certificate_name": "A. Lovelace", "use_verified_name": true, "certificates_visible_to": "private"}""");

        // Then
        answer.statusCode(200)
                .body(
                        "certificate_name", equalTo("A. Lovelace"),
                        "use_verified_name", equalTo(true),
                        "certificates_visible_to", equalTo("private"),
                        "allow_certificate", equalTo(true),
                        "verified_name", nullValue(),
                        "version", equalTo(2));
        patch(scene.token("ada"), path, "{\"certificate_name\": null}").body("certificate_name", nullValue());
    }

    @Test
    void leavesThePermissionAndTheVerifiedNameToStaff() {
        // Given
        String body = "{\"allow_certificate\": false, \"verified_name\": \"Ada King\"}";

        // When
        var answer = patch(scene.token("ada"), preferences(), body);

        // Then
        answer.statusCode(403);
        patch(Tokens.service(), preferences(), body)
                .statusCode(200)
                .body("allow_certificate", equalTo(false), "verified_name", equalTo("Ada King"));
        Scene.get(scene.token("ada"), preferences()).statusCode(200).body("verified_name", equalTo("Ada King"));
        Scene.get(scene.token("bob"), preferences()).statusCode(404);
        patch(scene.token("bob"), preferences(), "{}").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'certificates_visible_to': 'friends'}",
                "{'use_verified_name': 'yes'}",
                "{'certificate_name': '<b>'}",
                "{'certificate_name': ''}",
                "{'certificate_name': 5}",
                "{'allow_certificates': true}",
                "[]"
            })
    void refusesPreferencesThatMeanNothing(String json) {
        // Given the body above

        // When
        var answer = patch(Tokens.staff(), preferences(), json.replace('\'', '"'));

        // Then
        answer.statusCode(400);
    }

    private String preferences() {
        return "/learners/" + scene.id("ada") + "/certificate-preferences";
    }

    private ValidatableResponse correct(String json) {
        return patch(Tokens.staff(), "/learners/" + scene.id("ada"), json);
    }

    private static ValidatableResponse patch(String token, String path, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .body(json)
                .patch("/api/enrollment/v1" + path)
                .then();
    }
}
