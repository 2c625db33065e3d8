package org.laurel.programs;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** One learner and what happens, named by a word of its own so that stories do not meet. Times are in minutes. */
public record Story(String word) {

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");

    public String learnerId() {
        return "id-" + word;
    }

    public String username() {
        return "user-" + word;
    }

    /** The learner's own token. */
    public String token() {
        return Tokens.learner(learnerId(), username());
    }

    /** The key of one of the story's course runs. */
    public String course(String run) {
        return "course-v1:" + word + "+" + run + "+2026";
    }

    /** The uuid of one of the story's programs. */
    public String program(int number) {
        return UUID.nameUUIDFromBytes((word + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    /** A program document; each course is a list of runs, each run a name or a name and a mode as in {@code A:honor}. */
    public String document(int number, List<List<String>> courses) {
        StringBuilder json = new StringBuilder();
        for (List<String> runs : courses) {
            String list = String.join(", ", runs.stream().map(this::run).toList());
            json.append(json.isEmpty() ? "" : ", ").append("""
                    {"key": "%s", "title": "Course", "course_runs": [%s]}""".formatted(word, list));
        }
        return """
                {"uuid": "%s", "title": "Program %s", "type": "MicroMasters", "type_attrs": {"slug": "micromasters"},
                 "status": "active", "courses": [%s]}""".formatted(program(number), word, json);
    }

    /** Puts a program and returns the answer. */
    public ValidatableResponse put(int number, List<List<String>> courses) {
        return put(number, document(number, courses));
    }

    /** Puts a document and returns the answer. */
    public ValidatableResponse put(int number, String document) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(document)
                .put("/api/programs/v1/programs/{uuid}", program(number))
                .then();
    }

    /** COURSE_CERT_CHANGED, visible from the minute at which it happens. */
    public PlatformEvent certificate(String run, int version, String status, int minute) {
        return certificate(run, version, status, "verified", minute, at(minute));
    }

    /** COURSE_CERT_CHANGED. */
    public PlatformEvent certificate(
            String run, int version, String status, String mode, int minute, @Nullable Instant availableAt) {
        String available = availableAt == null ? "null" : "\"" + availableAt + "\"";
        return PlatformEvent.of("org.laurel.course-cert.changed.v1", learnerId(), """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "%3$s", "status": "%4$s", "previous_status": null,
                 "grade": 0.8, "name": "Ada", "verify_uuid": null, "download_url": null, "created_at": "%5$s",
                 "modified_at": "%5$s", "available_at": %6$s, "date_override": null, "generation_mode": "batch",
                 "reason": null, "version": %7$d, "occurred_at": "%5$s",
                 "learner": {"learner_id": "%1$s", "username": "%8$s", "email": "%8$s@example.org", "name": "Ada",
                             "is_active": true}}""".formatted(
                                learnerId(), course(run), mode, status, at(minute), available, version, username()))
                .withSequence(version);
    }

    /** The learner's credentials as staff see them, one item for each. */
    public JsonPath credentials(String... query) {
        var request = given().auth().oauth2(Tokens.staff()).queryParam("username", username());
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/v2/credentials/")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until the learner has this many credentials with the status. */
    public void awaitCredentials(String status, int count) {
        await("%d credentials %s".formatted(count, status))
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> credentials("status", status).getInt("count"), found -> found == count);
    }

    public boolean isAbout(ReceivedEvent event) {
        return learnerId().equals(event.key());
    }

    private String run(String text) {
        String name = text.split(":")[0];
        String mode = text.contains(":") ? text.substring(text.indexOf(':') + 1) : "verified";
        return """
                {"key": "%s", "type": "%s", "status": "published", "seats": [{"type": "%2$s", "price": "49.00"}]}""".formatted(course(name), mode);
    }
}
