package org.laurel.kit.consume;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;
import static org.laurel.sample.Sample.total;

import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** Consumption that an operator pauses and resumes. */
@KitTest
class ConsumerPauseTest {

    private static final String CONSUMERS = "/api/tally/ops/consumers";

    private final String learner = learner();

    @AfterEach
    void resume() {
        steer("resume", "{}");
    }

    @Test
    void recordsWaitUnacknowledgedAndTheirNumberIsShown() {
        // Given
        steer("pause", "{\"reason\": \"maintenance\"}").statusCode(200).body("state", equalTo("paused"));
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> Sample.state().equals("paused"));
        List<PlatformEvent> events =
                Stream.generate(() -> added(learner, 1)).limit(50).toList();

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendAll(events);
        }

        // Then
        patiently().untilAsserted(() -> report().body("results[0].lag", greaterThanOrEqualTo(50)));
        patiently().during(Duration.ofSeconds(3)).until(() -> total(learner) == 0);
        patiently()
                .untilAsserted(() -> report().body("results[0].consumer", equalTo("kit-test"))
                        .body("results[0].state", equalTo("paused"))
                        .body("results[0].by", equalTo("staff"))
                        .body("results[0].reason", equalTo("maintenance"))
                        .body("results[0].since", notNullValue())
                        .body("results[0].seconds_to_catch_up", nullValue())
                        .body("results[0].topics.find { it.topic == 'laurel.grades' }.lag", greaterThanOrEqualTo(50)));
        steer("resume", "{}").statusCode(200);
        awaitTotal(learner, 50);
        patiently()
                .untilAsserted(() -> report().body("results[0].lag", equalTo(0))
                        .body("results[0].state", equalTo("running"))
                        .body("results[0].seconds_to_catch_up", equalTo(0)));
        patiently().untilAsserted(() -> report().body("results[0].records_per_second", notNullValue()));
    }

    @Test
    void pausingTwiceKeepsTheFirstReasonAndTheHistoryTellsWhoDidIt() {
        // Given
        String count = "select count(*) from consumer_history";
        long before = Long.parseLong(String.valueOf(database().value(count)));
        steer("pause", "{\"reason\": \"first\"}").statusCode(200);

        // When
        steer("pause", "{\"reason\": \"second\"}").statusCode(200);

        // Then
        report().body("results[0].reason", equalTo("first"));
        assertThat(database().value(count)).isEqualTo(String.valueOf(before + 1));
        assertThat(database().value("select changed_by from consumer_history order by history_id desc limit 1"))
                .isEqualTo("staff");
    }

    @Test
    void takesNoBodyAtAll() throws Exception {
        // Given
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + CONSUMERS + "/pause"))
                .header("Authorization", "Bearer " + Tokens.service())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        // When
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Sample.state()).isEqualTo("paused");
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        // Given
        String reason = "x".repeat(501);

        // When
        var answer = steer("pause", Map.of("reason", reason));

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_request"));
    }

    private static ValidatableResponse report() {
        return given().auth().oauth2(Tokens.staff()).get(CONSUMERS).then().statusCode(200);
    }

    private static ValidatableResponse steer(String action, Object body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post(CONSUMERS + "/" + action)
                .then();
    }
}
