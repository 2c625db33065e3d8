package org.laurel.programs.operation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** The way that a learner's facts went, up to the program credential. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FlowApiTest {

    private static final String FLOW = "/api/programs/ops/flow";

    @Test
    void leadsFromTheCertificateToTheCredentialsAndTheirNews() {
        // Given
        Story story = new Story("flow");
        story.put(1, List.of(List.of("A"))).statusCode(201);
        PlatformEvent certificate = story.certificate("A", 1, "downloadable", 10);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            probe.send(certificate);
        }
        story.awaitCredentials("awarded", 2);

        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .queryParam("learner", story.learnerId())
                .queryParam("course", story.course("A"))
                .get(FLOW)
                .then();

        // Then
        answer.statusCode(200)
                .body("results[0].event_id", equalTo(certificate.id()))
                .body(
                        "results.type",
                        hasItems(
                                "course_credential",
                                "program_credential",
                                "org.laurel.course-credential.awarded.v1",
                                "org.laurel.program-credential.awarded.v1"))
                .body("results.findAll { it.correlation_id != '" + certificate.id() + "' }.size()", equalTo(0));
    }
}
