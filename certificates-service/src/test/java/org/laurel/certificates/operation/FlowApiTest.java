package org.laurel.certificates.operation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The way that a learner's facts went, up to the certificate. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FlowApiTest {

    private static final String FLOW = "/api/certificates/ops/flow";

    @Test
    void leadsFromThePassingGradeToTheCertificateAndItsNews() {
        // Given
        Classroom room = Classroom.open("flow").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer = flow(room.id("ada"), room.course());

        // Then
        answer.statusCode(200)
                .body(
                        "results[0..3].type",
                        contains(
                                "org.laurel.course-run.changed.v1",
                                "org.laurel.enrollment.changed.v1",
                                "org.laurel.passing-status.changed.v1",
                                "certificate"))
                .body(
                        "results[4..5].type",
                        containsInAnyOrder("org.laurel.course-cert.awarded.v1", "org.laurel.course-cert.changed.v1"))
                .body("results.course_key", everyItem(equalTo(room.course())))
                .body("results[3].kind", equalTo("decision"))
                .body("results[3].summary", equalTo("downloadable, verified: passed"));
        String correlation = answer.extract().path("results[2].correlation_id");
        answer.body("results[3].correlation_id", equalTo(correlation))
                .body("results[4].correlation_id", equalTo(correlation));
    }

    private static ValidatableResponse flow(String learner, String course) {
        return given().auth()
                .oauth2(Tokens.staff())
                .queryParam("learner", learner)
                .queryParam("course", course)
                .get(FLOW)
                .then();
    }
}
