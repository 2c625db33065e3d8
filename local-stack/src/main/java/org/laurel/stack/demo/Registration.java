package org.laurel.stack.demo;

import static org.laurel.stack.demo.LaurelApi.encoded;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What a platform tells Laurel by REST before anybody learns. */
public final class Registration {
    private static final String ENROLLMENT = "/api/enrollment/v1/";

    private final LaurelApi api;

    /** Registers by this client. */
    public Registration(LaurelApi api) {
        this.api = api;
    }

    /** Creates or replaces the learner. */
    public void learner(Learner learner) {
        api.put(
                ENROLLMENT + "learners/" + encoded(learner.id()),
                Map.of(
                        "username", learner.username(),
                        "email", learner.email(),
                        "name", learner.fullName(),
                        "is_active", true,
                        "allow_certificate", true));
    }

    /** The run, its modes and its structure. Its certificates show at once. */
    public void course(CourseRun course) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String path = ENROLLMENT + "course-runs/" + encoded(course.key());
        api.put(
                path,
                Map.of(
                        "course_key",
                        course.key(),
                        "display_name",
                        course.title(),
                        "org",
                        CourseRun.ORGANISATION,
                        "start",
                        now.minus(30, ChronoUnit.DAYS),
                        "self_paced",
                        true,
                        "certificates_display_behavior",
                        "early_no_info",
                        "html_certificates_enabled",
                        true,
                        "occurred_at",
                        now));
        api.put(path + "/modes", List.of(mode(Attempt.AUDIT, 0), mode(Attempt.VERIFIED, 49)));
        api.put("/api/completion/v1/course-structures/" + encoded(course.key()), course.structure(now));
    }

    /** Creates or replaces the program. */
    public void program(Program program) {
        api.put("/api/programs/v1/programs/" + program.uuid(), program.document());
    }

    /** Enrolls the learner in the attempt's course run and mode. */
    public void enrollment(Attempt attempt) {
        api.post(
                ENROLLMENT + "enrollment",
                Map.of(
                        "user", attempt.learner().username(),
                        "mode", attempt.mode(),
                        "is_active", true,
                        "course_details", Map.of("course_id", attempt.course().key())));
    }

    private static Map<String, Object> mode(String slug, int price) {
        return Map.of("slug", slug, "name", slug, "min_price", price, "currency", "usd");
    }
}
