package org.laurel.certificates.issuance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** The main job of the service, from Kafka to Kafka. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PassingToCertificateTest {

    private static final String CERTIFICATES = "laurel.certificates";

    private final Story story = new Story("p1");

    @Test
    void awardsACertificateToAPassingLearner() {
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            probe.send(story.courseRun());
            probe.send(story.enrolled("verified", 1, 10));

            // When
            probe.send(story.passing(true, "0.88", 20));

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(CERTIFICATES, 2, story::isAbout);
            assertThat(events)
                    .extracting(ReceivedEvent::type)
                    .containsExactly("org.laurel.course-cert.changed.v1", "org.laurel.course-cert.awarded.v1");
            given().auth()
                    .oauth2(Tokens.staff())
                    .get("/api/certificates/v0/certificates/{u}/courses/{c}/", story.username(), story.course())
                    .then()
                    .statusCode(200)
                    .body(
                            "status",
                            equalTo("downloadable"),
                            "certificate_type",
                            equalTo("verified"),
                            "grade",
                            equalTo("0.88"));
        }
    }
}
