package org.laurel.completion.operation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** The way that a learner's completions went, up to the sums that were told. */
@QuarkusTest
class FlowApiTest {

    @Test
    void leadsFromACompletedBlockToTheSumsAboveIt() {
        // Given
        Outline outline = Outline.small("course-v1:Org+flowapi+2026");
        String course = outline.courseKey().value();
        Platform platform = new Platform(course);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.structure(outline, 1, 0), platform.enrolled("fa1", "flowapi1", true, 1));
            PlatformEvent completed = platform.completed("fa1", outline.key("a"), "1", 10);
            Arrival.send(probe, completed);

            // When
            ValidatableResponse answer = given().auth()
                    .oauth2(Tokens.staff())
                    .queryParam("learner", "fa1")
                    .queryParam("course", course)
                    .get("/api/completion/ops/flow")
                    .then();

            // Then
            answer.statusCode(200)
                    .body("results.kind", hasItems("fact", "event"))
                    .body("results.type", hasItem("org.laurel.completion.progressed.v1"))
                    .body(
                            "results.findAll { it.type == 'org.laurel.completion.progressed.v1' }.correlation_id",
                            everyItem(is(completed.id())));
        }
    }
}
