package org.laurel.enrollment;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Learners and course runs that no other test knows, and the calls that tests make about them. */
public final class Scene {

    public static final String ENROLLMENT = "org.laurel.enrollment.changed.v1";
    public static final String LEARNER = "org.laurel.learner.changed.v1";
    public static final String PREFERENCES = "org.laurel.learner.certificate-preferences.changed.v1";
    public static final String ENROLLMENTS = "laurel.enrollments";
    public static final String LEARNERS = "laurel.learners";
    public static final String COURSES = "laurel.courses";

    private static final String BASE = "/api/enrollment/v1";

    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /** The id of the learner whom the tests call by this name. */
    public String id(String name) {
        return "id-" + name + "-" + mark;
    }

    public String username(String name) {
        return name + "-" + mark;
    }

    public String email(String name) {
        return name + "-" + mark + "@example.org";
    }

    public String course() {
        return "course-v1:Test+" + mark + "+R1";
    }

    public String token(String name) {
        return Tokens.learner(id(name), username(name));
    }

    /** Members of a learner as JSON, for events; the REST body ignores the id. */
    public String learnerJson(String name, String fullName) {
        return """
                {"learner_id": "%s", "username": "%s", "email": "%s", "name": "%s", "is_active": true}""".formatted(id(name), username(name), email(name), fullName);
    }

    public ValidatableResponse putLearner(String name, String json) {
        return put("/learners/" + id(name), json);
    }

    /** Registers a learner with a full name of the name itself. */
    public void register(String name) {
        putLearner(name, learnerJson(name, name)).statusCode(201);
    }

    public ValidatableResponse putCourse(String json) {
        return put("/course-runs/" + course(), json);
    }

    public ValidatableResponse putModes(String json) {
        return put("/course-runs/" + course() + "/modes", json);
    }

    /** Makes the course run known, with these modes; without any it has none. */
    public void open(String... slugs) {
        putCourse("{}").statusCode(201);
        if (slugs.length > 0) {
            List<String> modes = List.of(slugs).stream()
                    .map(slug -> "{\"slug\": \"" + slug + "\"}")
                    .toList();
            putModes(modes.toString()).statusCode(200);
        }
    }

    /** Asks for an enrollment in the course run; the members are JSON without braces, starting with a comma if any. */
    public ValidatableResponse enroll(String token, String members) {
        return post(token, "{\"course_details\": {\"course_id\": \"%s\"}%s}".formatted(course(), members));
    }

    /** Asks, as a service client, for an enrollment of the learner. */
    public ValidatableResponse enrollAsService(String name, String members) {
        return enroll(Tokens.service(), ", \"user\": \"" + username(name) + "\"" + members);
    }

    public static ValidatableResponse post(String token, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .post(BASE + "/enrollment")
                .then();
    }

    /** Sends a PUT as a service client; the path goes out as it stands. */
    public static ValidatableResponse put(String path, String json) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(json)
                .put(BASE + path)
                .then();
    }

    /** Sends a GET; the path goes out as it stands. */
    public static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(BASE + path)
                .then();
    }

    public PlatformEvent submitted(String name, String fullName, Instant at) {
        String json = learnerJson(name, fullName).replace("}", ", \"occurred_at\": \"" + at + "\"}");
        return PlatformEvent.of("org.laurel.learner.submitted.v1", id(name), json);
    }

    /** An enrollment as a platform tells it; the learner comes along when the full name is given. */
    public PlatformEvent requested(String name, String mode, boolean active, Instant at, @Nullable String fullName) {
        String along = fullName == null ? "null" : learnerJson(name, fullName);
        String json = """
                {"learner_id": "%s", "course_key": "%s", "mode": "%s", "is_active": %s, "learner": %s, "occurred_at": "%s"}""".formatted(id(name), course(), mode, active, along, at);
        return PlatformEvent.of("org.laurel.enrollment.requested.v1", id(name), json);
    }

    /** Waits until the topic has brought so many events under the learner's id, and returns them in order. */
    public List<ReceivedEvent> await(KafkaProbe probe, String topic, String name, int count) {
        return probe.awaitEvents(topic, count, event -> id(name).equals(event.key()));
    }

    /** Whether an event gives a number away, which stands there by itself and not within an id or the fraction of a time. */
    public static boolean tellsOf(ReceivedEvent event, String number) {
        return Pattern.compile("(?<![\\w.-])" + number + "(?!\\w)")
                .matcher(event.body().toString())
                .find();
    }

    /** The learner's enrollment row, empty without one. */
    public Map<String, @Nullable Object> row(String name) {
        List<Map<String, @Nullable Object>> rows = Database.current()
                .query("select * from enrollment where learner_id = ? and course_key = ?", id(name), course());
        return rows.isEmpty() ? Map.of() : rows.getFirst();
    }
}
