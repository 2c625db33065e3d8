package org.laurel.programs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.PlatformEvent;

/** What enrollment-service tells about a story's learner and course runs. Times are in minutes. */
public record EnrollmentFacts(Story story) {

    /** {@code enrollment.changed}. */
    public PlatformEvent enrollment(String run, String mode, boolean isActive, int version, int minute) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", story.learnerId(), """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "%3$s", "is_active": %4$s, "previous_mode": null,
                 "previous_is_active": null, "version": %5$d, "occurred_at": "%6$s",
                 "learner": {"learner_id": "%1$s", "username": "%7$s", "email": "%7$s@example.org", "name": "Ada",
                             "is_active": true, "version": 1, "changed_at": "%6$s"}}""".formatted(
                story.learnerId(), story.course(run), mode, isActive, version, Story.at(minute), story.username()));
    }

    /** An active enrollment that is told once. */
    public PlatformEvent enrolled(String run, String mode, int minute) {
        return enrollment(run, mode, true, 1, minute);
    }

    /** {@code entitlement.changed}. */
    public PlatformEvent entitlement(
            String courseUuid,
            String mode,
            @Nullable String run,
            @Nullable Instant expiredAt,
            int version,
            int minute) {
        return PlatformEvent.of("org.laurel.entitlement.changed.v1", story.learnerId(), """
                {"learner_id": "%s", "course_uuid": "%s", "mode": "%s", "course_key": %s, "expired_at": %s, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                        story.learnerId(),
                        courseUuid,
                        mode,
                        run == null ? null : quoted(story.course(run)),
                        quoted(expiredAt),
                        version,
                        Story.at(minute)));
    }

    /** {@code course-run.changed} of a run that its instructors pace. */
    public PlatformEvent courseRun(
            String run, String displayBehavior, @Nullable Instant availableDate, @Nullable Instant end, int version) {
        return PlatformEvent.of("org.laurel.course-run.changed.v1", story.course(run), """
                {"course_key": "%s", "display_name": "Run %s", "org": "%s", "start": "2026-01-01T00:00:00Z", "end": %s,
                 "enrollment_start": null, "enrollment_end": null, "self_paced": false,
                 "certificates_display_behavior": "%s", "certificate_available_date": %s,
                 "certificates_show_before_end": false, "html_certificates_enabled": true, "invitation_only": false,
                 "max_enrollments": null, "mobile_available": true, "is_ccx": false, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                        story.course(run),
                        run,
                        story.word(),
                        quoted(end),
                        displayBehavior,
                        quoted(availableDate),
                        version,
                        Story.at(version)));
    }

    /** {@code course-modes.changed}; each mode is a slug and a price as in {@code verified:49}. */
    public PlatformEvent modes(String run, int version, List<String> modes) {
        List<String> items = modes.stream()
                .map(mode -> mode.split(":"))
                .map(mode -> mode(mode[0], mode[1]))
                .toList();
        return PlatformEvent.of("org.laurel.course-modes.changed.v1", story.course(run), """
                {"course_key": "%s", "modes": [%s], "version": %d, "occurred_at": "%s"}""".formatted(
                        story.course(run), String.join(", ", items), version, Story.at(version)));
    }

    private static String mode(String slug, String price) {
        return """
                {"slug": "%s", "name": "%1$s", "min_price": %2$s, "currency": "usd",
                 "expiration_datetime": null}""".formatted(slug, price);
    }

    private static @Nullable String quoted(@Nullable Object value) {
        return value == null ? null : "\"" + value + "\"";
    }
}
