package org.laurel.certificates.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** A generation run tells its progress to whoever follows it. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GenerationProgressTest {

    @Inject
    Auditorium auditorium;

    @Test
    @Timeout(120)
    void tellsItsProgressLive() throws IOException, InterruptedException {
        // Given
        CourseKey course = auditorium.open("live");
        auditorium.enroll(course, "live", 3, true);
        long id = Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");
        List<JsonPath> events = new ArrayList<>();

        // When
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines = client.send(follow(id), HttpResponse.BodyHandlers.ofLines())
                        .body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> {
                events.add(JsonPath.from(line.substring("data:".length())));
                goOnAfter(id, events.getLast().getInt("done"));
            });
        }

        // Then
        assertThat(events)
                .extracting(event -> event.getInt("done"))
                .contains(1, 2)
                .endsWith(3);
        assertThat(events.getLast().getString("state")).isEqualTo("done");
        assertThat(events.getLast().getInt("counts.granted")).isEqualTo(3);
    }

    private static HttpRequest follow(long id) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port
                        + "/api/certificates/v1/generation-runs/" + id + "/events"))
                .header("Authorization", "Bearer " + Tokens.staff())
                .header("Accept", "text/event-stream")
                .build();
    }

    /** The next chunk waits until its predecessor has been told. */
    private static void goOnAfter(long id, int done) {
        Database.current()
                .execute(
                        "update job set not_before = now() where done = ? and done > 0"
                                + " and id = (select job_id from generation_run where id = ?)",
                        done,
                        id);
    }
}
