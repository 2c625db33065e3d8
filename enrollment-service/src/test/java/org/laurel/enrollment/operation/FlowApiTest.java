package org.laurel.enrollment.operation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The way that a learner's facts went, up to the enrollment. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FlowApiTest {

    private static final String FLOW = "/api/enrollment/ops/flow";

    private final Scene scene = new Scene();

    @Test
    void leadsFromARequestToTheEnrollmentAndItsNews() {
        // Given
        scene.register("ada");
        scene.open("audit");
        scene.enrollAsService("ada", ", \"mode\": \"audit\"").statusCode(200);

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("learner", scene.id("ada"))
                .get(FLOW)
                .then();

        // Then
        answer.statusCode(200)
                .body("results.type", hasItems("learner", Scene.PREFERENCES))
                .body("results.findAll { it.course_key != null }.type", contains("enrollment", Scene.ENROLLMENT))
                .body("results.find { it.type == 'enrollment' }.summary", equalTo("audit, active"));
        String correlation = answer.extract().path("results.find { it.type == 'enrollment' }.correlation_id");
        answer.body("results.find { it.type == '" + Scene.ENROLLMENT + "' }.correlation_id", equalTo(correlation));
    }
}
