package org.laurel.programs.detail;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.EnrollmentFacts;
import org.laurel.programs.Story;

/** A story's learner in a program of two courses, A and B, each with a run whose certificates show at once. */
record Scene(Story story) {

    static final String DETAILS = "/api/programs/v1/programs/{uuid}/details";
    static final String MARKETING = "/api/programs/v1/programs/{uuid}/marketing";

    private static final String VERIFY = "0123456789abcdef0123456789abcde";

    Scene(String word) {
        this(new Story(word));
    }

    /** Puts the program and lets the directory tell of its runs. */
    Scene begin() {
        return begin("early_no_info");
    }

    /** The same with runs that never end, whose certificates show at their end. */
    Scene beginWithHiddenCertificates() {
        return begin("end");
    }

    private Scene begin(String displayBehavior) {
        story.put(1, document()).statusCode(201);
        EnrollmentFacts facts = new EnrollmentFacts(story);
        tell(List.of(
                facts.courseRun("A", displayBehavior, null, null, 1),
                facts.courseRun("B", displayBehavior, null, null, 1)));
        awaitRows("course_run", "course_key = '" + story.course("B") + "'");
        return this;
    }

    /** The learner is enrolled in a run. */
    Scene enrolled(String run, String mode) {
        tell(List.of(new EnrollmentFacts(story).enrolled(run, mode, 5)));
        awaitRows("enrollment", "course_key = '" + story.course(run) + "'");
        return this;
    }

    /** The learner has a granted certificate in a run. */
    Scene certified(String run) {
        return certifiedFrom(run, Story.at(10));
    }

    /** The same with a certificate that is to be seen from a time on. */
    Scene certifiedFrom(String run, Instant availableAt) {
        PlatformEvent event = story.certificate(run, 1, "downloadable", "verified", 10, availableAt);
        String verified = "\"verify_uuid\": \"" + verifyUuid(run) + "\"";
        tell(List.of(event.withJson(event.json().replace("\"verify_uuid\": null", verified))));
        awaitRows("certificate_link", "course_key = '" + story.course(run) + "'");
        return this;
    }

    String certificate(String run) {
        return "http://localhost:8080/certificates/" + verifyUuid(run);
    }

    ValidatableResponse get(String path, String token, Object... query) {
        var request = given().auth().oauth2(token);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(String.valueOf(query[i]), query[i + 1]);
        }
        return request.get(path, story.program(1)).then();
    }

    String document() {
        return """
                {"title": "Program %1$s", "type_attrs": {"slug": "micromasters"}, "own": {"x": 1},
                 "authoring_organizations": [{"key": "%1$s"}], "is_program_eligible_for_one_click_purchase": true,
                 "applicable_seat_types": ["verified"], "courses": [
                  {"key": "%1$s+A", "title": "First", "course_runs": [
                    {"key": "%2$s", "title": "Run A", "type": "verified", "status": "published", "own": true,
                     "seats": [{"type": "verified", "sku": "SA", "price": "49.00"}],
                     "instructors": [{"name": "Ada", "title": "Countess"}]}]},
                  {"key": "%1$s+B", "title": "Second", "course_runs": [
                    {"key": "%3$s", "type": "verified", "status": "published",
                     "seats": [{"type": "verified", "sku": "SB", "price": "30.00"}]}]}]}
                """.formatted(story.word(), story.course("A"), story.course("B"));
    }

    private static String verifyUuid(String run) {
        return VERIFY + Integer.toHexString(run.charAt(0) - 'A' + 10);
    }

    private static void tell(List<PlatformEvent> events) {
        try (KafkaProbe probe = KafkaProbe.fromNow()) {
            probe.sendAll(events);
        }
    }

    private static void awaitRows(String table, String condition) {
        await(table + " where " + condition)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> !Database.current()
                        .query("select 1 from " + table + " where " + condition)
                        .isEmpty());
    }
}
