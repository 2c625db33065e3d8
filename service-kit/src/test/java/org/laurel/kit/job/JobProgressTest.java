package org.laurel.kit.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.patiently;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;

/** Jobs that are followed live. */
@KitTest
class JobProgressTest {

    @Inject
    Jobs jobs;

    @Inject
    ObjectMapper json;

    /** The next chunk waits until its predecessor has been told. */
    @Test
    @Timeout(120)
    void tellsEveryStepUntilTheJobHasEndedAndCloses() throws Exception {
        // Given
        long id = begin(Duration.ofHours(1));
        List<JsonNode> events = new ArrayList<>();

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(follow(id), HttpResponse.BodyHandlers.ofInputStream());
            try (var stream = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                    if (line.startsWith("data:")) {
                        events.add(read(line));
                        goOnAfter(id, events.getLast().path("done").asInt());
                    }
                }
            }
        }

        // Then
        assertThat(events)
                .extracting(event -> event.path("done").asInt())
                .contains(10, 20)
                .endsWith(30);
        assertThat(events.getLast().path("state").asText()).isEqualTo("done");
        assertThat(events.getLast().path("counts").path("even").asInt()).isEqualTo(15);
    }

    @Test
    void staysWithAPausedJobAndForgetsAClientThatLeaves() throws Exception {
        // Given
        long id = QuarkusTransaction.requiringNew().call(() -> {
            long begun = jobs.begin("count", UUID.randomUUID().toString(), Map.of(), null, "test");
            jobs.pause(begun, true);
            return begun;
        });

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(follow(id), HttpResponse.BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).contains("\"paused\"");
                assertWatchers("1.0");
            }
            client.shutdownNow();
        }

        // Then
        assertWatchers("0.0");
        jobs.cancel(id);
    }

    @Test
    void refusesToFollowAJobThatIsNotThere() {
        // Given no job of this number

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .accept("text/event-stream")
                .get(path(0))
                .then();

        // Then
        answer.statusCode(404).body("error_code", equalTo("job_not_found"));
    }

    private long begin(Duration pause) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long id = jobs.begin("count", UUID.randomUUID().toString(), Map.of(), 30L, "test");
            jobs.throttle(id, pause);
            return id;
        });
    }

    private static void goOnAfter(long id, int done) {
        database().execute("update job set not_before = now() where id = ? and done = ? and done > 0", id, done);
    }

    private static HttpRequest follow(long id) {
        return HttpRequest.newBuilder(URI.create(origin() + path(id)))
                .header("Authorization", "Bearer " + Tokens.staff())
                .header("Accept", "text/event-stream")
                .build();
    }

    private static void assertWatchers(String count) {
        patiently()
                .untilAsserted(
                        () -> given().get("/q/metrics").then().body(containsString("laurel_jobs_watchers " + count)));
    }

    private static String path(long id) {
        return "/api/tally/ops/jobs/" + id + "/events";
    }

    private static String origin() {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line.substring("data:".length()));
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
