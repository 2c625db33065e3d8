package org.laurel.programs.configuration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.programs.Story;

/** What others tell of one course run. Times are in minutes of the story. */
public record RunEvents(String courseKey) {

    /** COURSE_CERT_DATE_CHANGE. */
    public PlatformEvent dateChanged(int minute, String behavior, @Nullable Instant date, @Nullable Instant end) {
        return PlatformEvent.of("org.laurel.course-cert.date-changed.v1", courseKey, """
                {"course_key": "%s", "certificates_display_behavior": "%s", "certificate_available_date": %s, "end": %s,
                 "self_paced": false, "occurred_at": "%s"}
                """.formatted(
                        courseKey, behavior, text(date), text(end), Story.at(minute)));
    }

    /** The directory's entry, at the learners' own pace or not. */
    public PlatformEvent changed(int minute, int version, boolean selfPaced, @Nullable Instant date) {
        return PlatformEvent.of("org.laurel.course-run.changed.v1", courseKey, """
                {"course_key": "%s", "display_name": "Run", "org": "Org", "start": null, "end": null, "enrollment_start": null,
                 "enrollment_end": null, "self_paced": %s, "certificates_display_behavior": "end_with_date",
                 "certificate_available_date": %s, "certificates_show_before_end": false,
                 "html_certificates_enabled": true, "invitation_only": false, "max_enrollments": null,
                 "mobile_available": false, "is_ccx": false, "version": %d, "occurred_at": "%s"}
                """.formatted(
                                courseKey, selfPaced, text(date), version, Story.at(minute)))
                .withSequence(version);
    }

    /** The modes in which the run is offered. */
    public PlatformEvent modes(int version, String... slugs) {
        String modes = List.of(slugs).stream().map(slug -> """
                        {"slug": "%s", "name": "%1$s", "min_price": 0, "currency": "usd", "expiration_datetime": null}
                        """.formatted(slug)).collect(Collectors.joining(","));
        return PlatformEvent.of("org.laurel.course-modes.changed.v1", courseKey, """
                {"course_key": "%s", "modes": [%s], "version": %d, "occurred_at": "%s"}
                """.formatted(
                                courseKey, modes, version, Story.at(0)))
                .withSequence(version);
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "null" : "\"" + time + "\"";
    }
}
