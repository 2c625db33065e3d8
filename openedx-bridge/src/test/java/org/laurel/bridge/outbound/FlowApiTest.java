package org.laurel.bridge.outbound;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.laurel.bridge.outbound.Conversation.CERTIFICATES;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.BridgeTest;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.test.Tokens;

/** The way that a learner's facts went through the bridge. */
@BridgeTest
class FlowApiTest {

    @Test
    void leadsFromADecisionToWhatTheSiteHears() {
        try (Conversation talk = new Conversation(CERTIFICATES)) {
            // Given
            talk.tellEach(
                    Decisions.certificate("changed", "3801", "downloadable", "1", 1),
                    Decisions.certificate("awarded", "3801", "downloadable", "1", 1));

            // When
            ValidatableResponse answer = given().auth()
                    .oauth2(Tokens.staff())
                    .queryParam("learner", "3801")
                    .queryParam("course", Decisions.RUN)
                    .get("/api/openedx/ops/flow")
                    .then();

            // Then
            answer.statusCode(200)
                    .body(
                            "results.type",
                            contains(
                                    "org.laurel.course-cert.changed.v1",
                                    OpenEdxEvents.CERTIFICATE_CHANGED.type(),
                                    "org.laurel.course-cert.awarded.v1",
                                    OpenEdxEvents.CERTIFICATE_CREATED.type()));
        }
    }
}
