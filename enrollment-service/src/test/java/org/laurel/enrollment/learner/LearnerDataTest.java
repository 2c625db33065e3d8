package org.laurel.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What this service holds about a learner, for the learner to take along. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerDataTest {

    private final Scene scene = new Scene();

    @Test
    void holdsAccountProfileAndEnrollmentsWithTheirHistory() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.putLearner("ada", scene.learnerJson("ada", "Ada L")).statusCode(200);
        Scene.put("/learners/" + scene.id("ada") + "/profile", "{\"city\": \"Leeds\", \"meta\": {\"a\": 1}}")
                .statusCode(200);
        scene.enrollAsService("ada", ", \"mode\": \"audit\"").statusCode(200);
        scene.enrollAsService(
                        "ada",
                        ", \"mode\": \"verified\", \"enrollment_attributes\": [{\"namespace\": \"n\", \"name\": \"a\","
                                + " \"value\": \"v\"}]")
                .statusCode(200);

        // When
        ValidatableResponse answer = Scene.get(scene.token("ada"), "/learners/" + scene.id("ada") + "/data");

        // Then
        answer.statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .body("service", equalTo("enrollment"), "learner_id", equalTo(scene.id("ada")))
                .body("data.account.name", contains("Ada L", "ada"))
                .body("data.account[0].email", equalTo(scene.email("ada")))
                .body("data.account[0].allow_certificate", equalTo(true))
                .body("data.profile[0].city", equalTo("Leeds"), "data.profile[0].meta.a", equalTo(1))
                .body("data.profile[0].bio", nullValue())
                .body("data.enrollments.course_key", contains(scene.course()))
                .body("data.enrollments[0].mode", equalTo("verified"))
                .body("data.enrollments[0].history.mode", contains("audit", "verified"))
                .body("data.enrollments[0].attributes[0].value", equalTo("v"))
                .body("data", not(hasKey("waiting_enrollments")));
        assertThat(answer.extract().asString()).doesNotContain("changed_by").doesNotContain("cause_id");
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        scene.register("ada");
        String path = "/learners/" + scene.id("ada") + "/data";

        // When
        ValidatableResponse another = Scene.get(scene.token("bob"), path);

        // Then
        another.statusCode(404).body("error_code", equalTo("learner_not_found"));
        Scene.get(Tokens.staff(), path).statusCode(200);
        Scene.get(Tokens.service(), path).statusCode(200);
        Scene.get(Tokens.support(), path).statusCode(404);
        Scene.get(Tokens.staff(), "/learners/" + scene.id("nobody") + "/data").statusCode(404);
        Scene.get(Tokens.staff(), "/learners/a%20b/data")
                .statusCode(400)
                .body("error_code", equalTo("invalid_learner_id"));
    }
}
