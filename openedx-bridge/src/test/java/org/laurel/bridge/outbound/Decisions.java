package org.laurel.bridge.outbound;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.Bus;
import org.laurel.kit.test.PlatformEvent;

/** What Laurel's services tell. */
public final class Decisions {

    static final String RUN = "course-v1:DemoX+Out+2026";

    /** What comes from Open edX, or follows of it. */
    static final Map<String, String> FROM_OPEN_EDX = Map.of("ce_origin", "openedx");

    private Decisions() {}

    static PlatformEvent enrollment(
            String learner,
            @Nullable String modeBefore,
            @Nullable Boolean before,
            String mode,
            boolean now,
            int minute) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", learner, """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "%3$s", "is_active": %4$b, "previous_mode": %5$s,
                 "previous_is_active": %6$s, "version": %7$d, "created_at": "%8$s", "occurred_at": "%9$s",
                 "learner": %10$s}""".formatted(
                        learner,
                        RUN,
                        mode,
                        now,
                        quoted(modeBefore),
                        before,
                        minute,
                        Bus.at(0),
                        Bus.at(minute),
                        snapshot(learner)));
    }

    static PlatformEvent certificate(String fact, String learner, String status, String grade, int minute) {
        return PlatformEvent.of("org.laurel.course-cert." + fact + ".v1", learner, """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "verified", "status": "%3$s", "previous_status": null,
                 "grade": %4$s, "name": "Name %1$s", "verify_uuid": null, "download_url": null, "created_at": "%5$s",
                 "modified_at": "%6$s", "available_at": null, "date_override": null, "generation_mode": null,
                 "reason": null, "version": %7$d, "occurred_at": "%6$s", "learner": %8$s}""".formatted(
                        learner, RUN, status, grade, Bus.at(0), Bus.at(minute), minute, snapshot(learner)));
    }

    public static PlatformEvent program(String fact, String learner, int minute) {
        return PlatformEvent.of("org.laurel.program-credential." + fact + ".v1", learner, """
                {"learner_id": "%s", "program_uuid": "11111111-2222-4333-8444-555555555555", "program_title": "Data",
                 "program_type": "micromasters", "credential_uuid": "66666666-7777-4888-9999-%012d", "status": "%s",
                 "available_at": null, "reason": null, "version": %d, "occurred_at": "%s"}""".formatted(
                        learner, Long.parseLong(learner), fact, minute, Bus.at(minute)));
    }

    public static PlatformEvent learner(String learner, int version) {
        return PlatformEvent.of(
                "org.laurel.learner.changed.v1", learner, """
                {"learner_id": "%1$s", "username": "user-%1$s", "email": "%1$s@example.org", "name": "Name %1$s",
                 "is_active": true, "version": %2$d, "occurred_at": "%3$s"}""".formatted(learner, version, Bus.at(version)));
    }

    static PlatformEvent courseRun(String name) {
        Instant at = Bus.at(0);
        return PlatformEvent.of("org.laurel.course-run.changed.v1", RUN, """
                {"course_key": "%s", "display_name": "%s", "org": "DemoX", "start": null, "end": null,
                 "enrollment_start": null, "enrollment_end": null, "self_paced": false,
                 "certificates_display_behavior": "end", "certificate_available_date": null,
                 "certificates_show_before_end": false, "html_certificates_enabled": true, "invitation_only": false,
                 "max_enrollments": null, "mobile_available": false, "is_ccx": false, "version": 1,
                 "occurred_at": "%s"}""".formatted(RUN, name, at));
    }

    private static String snapshot(String learner) {
        return """
                {"learner_id": "%1$s", "username": "user-%1$s", "email": "%1$s@example.org", "name": "Name %1$s",
                 "is_active": true}""".formatted(learner);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
