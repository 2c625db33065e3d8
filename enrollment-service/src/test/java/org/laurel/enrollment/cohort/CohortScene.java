package org.laurel.enrollment.cohort;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** What tests say about cohorts, for the learners and the course run of a {@link Scene}. */
public record CohortScene(Scene scene) {

    public static final String CHANGED = "org.laurel.cohort-membership.changed.v1";
    public static final String REQUESTED = "org.laurel.cohort-membership.requested.v1";

    private static final String BASE = "/api/cohorts/v1";

    public String cohorts() {
        return BASE + "/courses/" + scene.course() + "/cohorts/";
    }

    public String settings() {
        return BASE + "/settings/" + scene.course();
    }

    public String file() {
        return BASE + "/courses/" + scene.course() + "/users";
    }

    public static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token);
    }

    public static ValidatableResponse send(String token, String method, String path, String json) {
        return as(token)
                .contentType("application/json")
                .body(json)
                .request(method, path)
                .then();
    }

    public static ValidatableResponse get(String token, String path) {
        return as(token).get(path).then();
    }

    /** Makes a cohort and returns its id. */
    public long make(String name, String type) {
        return send(
                        Tokens.staff(),
                        "POST",
                        cohorts(),
                        "{\"name\": \"%s\", \"assignment_type\": \"%s\"}".formatted(name, type))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public ValidatableResponse letCount(boolean cohorted) {
        return send(Tokens.staff(), "PUT", settings(), "{\"is_cohorted\": " + cohorted + "}")
                .statusCode(200);
    }

    public ValidatableResponse add(long cohort, String usersJson) {
        return send(Tokens.staff(), "POST", cohorts() + cohort + "/users/", "{\"users\": " + usersJson + "}");
    }

    /** A membership as a platform tells it. */
    public PlatformEvent told(String name, long cohort, String cohortName, boolean member, Instant at) {
        return PlatformEvent.of(REQUESTED, scene.id(name), """
                {"learner_id": "%s", "course_key": "%s", "org": "Test", "cohort_id": %d, "cohort_name": "%s",
                 "is_member": %s, "occurred_at": "%s"}""".formatted(
                        scene.id(name), scene.course(), cohort, cohortName, member, at));
    }

    /** The name of the learner's cohort in the course run, null without one. */
    public @Nullable String cohortOf(String name) {
        List<Map<String, @Nullable Object>> rows = Database.current()
                .query(
                        "select c.name from cohort_membership m join cohort c using (course_key, cohort_id)"
                                + " where m.learner_id = ? and m.course_key = ? and m.is_member",
                        scene.id(name),
                        scene.course());
        return rows.isEmpty() ? null : String.valueOf(rows.getFirst().get("name"));
    }

    /** Waits for so many events about the learner's cohorts; each reads {@code +name version} or {@code -name version}. */
    public List<String> news(KafkaProbe probe, String name, int count) {
        return probe
                .awaitEvents(
                        Scene.ENROLLMENTS,
                        count,
                        event -> scene.id(name).equals(event.key())
                                && event.type().equals(CHANGED))
                .stream()
                .map(CohortScene::brief)
                .toList();
    }

    private static String brief(ReceivedEvent event) {
        return (event.body().path("is_member").booleanValue() ? "+" : "-")
                + event.body().path("cohort_name").textValue() + " "
                + event.body().path("version").longValue();
    }
}
