package org.laurel.programs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.programs.configuration.StaffCalls.get;
import static org.laurel.programs.configuration.StaffCalls.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.programs.Story;

/** What the configuration of a run means for credentials that staff or another system make in it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PostedCredentialTest {

    private static final String CONFIGURATION = "/api/v2/course_certificates/{course_id}/";

    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.program-credentials");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aRunWithoutConfigurationGetsAnActiveOneOfTheMode() {
        // Given
        Story story = known("postmade");

        // When
        ValidatableResponse answer = credential(story);

        // Then
        answer.statusCode(201);
        get(CONFIGURATION, story.course("A"))
                .statusCode(200)
                .body("certificate_type", equalTo("verified"))
                .body("is_active", equalTo(true))
                .body("certificate_available_date", nullValue());
    }

    @Test
    void aConfigurationThatIsOutOfUseStaysSoAndRefuses() {
        // Given
        Story story = known("postrefused");
        configure(story, "null", false);

        // When
        ValidatableResponse answer = credential(story);

        // Then
        answer.statusCode(400)
                .body("error_code", equalTo("inactive_configuration"))
                .body("violations.field", contains("credential.course_run_key"));
        get(CONFIGURATION, story.course("A")).body("is_active", equalTo(false));
    }

    /** In the year 9999 on the only run. */
    @Test
    void aCredentialWithoutCertificateTakesTheConfigurationsDate() {
        // Given
        Story story = known("postdated");
        configure(story, "\"9999-01-01T00:00:00Z\"", true);

        // When
        credential(story).statusCode(201);

        // Then
        story.awaitCredentials("awarded", 2);
        assertVisible(story, 1);
        configure(story, "null", true);
        story.awaitCredentials("awarded", 2);
        await().atMost(KafkaProbe.PATIENCE).untilAsserted(() -> assertVisible(story, 2));
    }

    private static void assertVisible(Story story, int count) {
        assertThat(story.credentials("only_visible", "true").getInt("count")).isEqualTo(count);
    }

    /** The learner and the run A are known, by a certificate in another run. */
    private Story known(String word) {
        Story story = new Story(word);
        story.put(1, List.of(List.of("A"), List.of("B"))).statusCode(201);
        probe.send(story.certificate("X", 1, "downloadable", 10));
        story.awaitCredentials("awarded", 1);
        return story;
    }

    private static ValidatableResponse credential(Story story) {
        return post("/api/v2/credentials/", """
                {"username": "%s", "credential": {"course_run_key": "%s", "mode": "verified"}}
                """.formatted(story.username(), story.course("A")));
    }

    private static void configure(Story story, String date, boolean active) {
        post("/api/v2/course_certificates/", """
                        {"course_id": "%s", "certificate_type": "verified", "certificate_available_date": %s,
                         "is_active": %s}""".formatted(story.course("A"), date, active))
                .statusCode(201);
    }
}
