package org.laurel.completion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.PlatformEvent;

/** Events as other services and platforms send them, about one course run. Times are in minutes. */
public record Platform(String course) {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    public CourseKey courseKey() {
        return new CourseKey(course);
    }

    public static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    public PlatformEvent structure(Outline outline, int version, int minute) {
        return PlatformEvent.of("org.laurel.course-structure.published.v1", course, outline.json(version, at(minute)));
    }

    /** An account as it was from a minute on. */
    public record Account(String username, int version, int minute) {}

    /** By a producer that does not tell the account's version and time. */
    public PlatformEvent enrolled(String learnerId, String username, boolean active, int version) {
        return enrolled(learnerId, username, active, version, "");
    }

    /** An active enrollment, with the enrollment's minute as its version. */
    public PlatformEvent enrolled(String learnerId, Account account, int minute) {
        String versioned =
                ", \"version\": %d, \"changed_at\": \"%s\"".formatted(account.version(), at(account.minute()));
        return enrolled(learnerId, account.username(), true, minute, versioned);
    }

    /** By a producer that does not tell the account's version and time. */
    public PlatformEvent enrolledIn(String mode, String learnerId, String username, boolean active, int version) {
        return enrolled(mode, learnerId, username, active, version, "");
    }

    private PlatformEvent enrolled(String learnerId, String username, boolean active, int version, String more) {
        return enrolled("audit", learnerId, username, active, version, more);
    }

    private PlatformEvent enrolled(
            String mode, String learnerId, String username, boolean active, int version, String more) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", learnerId, """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "%8$s", "is_active": %3$s, "previous_mode": null,
                 "previous_is_active": null, "version": %4$d, "occurred_at": "%5$s",
                 "learner": {"learner_id": "%1$s", "username": "%6$s", "email": "%6$s@example.org", "name": "",
                             "is_active": true%7$s}}""".formatted(
                        learnerId, course, active, version, at(version), username, more, mode));
    }

    /** The directory's entry of the course run. */
    public PlatformEvent courseRun(@Nullable String displayName, String org, boolean mobile, int version, int minute) {
        String title = displayName == null ? "null" : "\"" + displayName + "\"";
        return PlatformEvent.of("org.laurel.course-run.changed.v1", course, """
                {"course_key": "%s", "display_name": %s, "org": "%s", "start": null, "end": null, "enrollment_start": null,
                 "enrollment_end": null, "self_paced": false, "certificates_display_behavior": "end",
                 "certificate_available_date": null, "certificates_show_before_end": false,
                 "html_certificates_enabled": true, "invitation_only": false, "max_enrollments": null,
                 "mobile_available": %s, "is_ccx": false, "version": %d, "occurred_at": "%s"}""".formatted(
                        course, title, org, mobile, version, at(minute)));
    }

    public PlatformEvent renamed(String learnerId, String username, int version, int minute) {
        return PlatformEvent.of(
                "org.laurel.learner.changed.v1", learnerId, """
                {"learner_id": "%s", "username": "%s", "email": "", "name": "", "is_active": true, "version": %d,
                 "occurred_at": "%s"}""".formatted(learnerId, username, version, at(minute)));
    }

    public PlatformEvent retired(String learnerId, int minute) {
        return PlatformEvent.of("org.laurel.learner.retired.v1", learnerId, """
                {"learner_id": "%s", "occurred_at": "%s"}""".formatted(learnerId, at(minute)));
    }

    public PlatformEvent completed(String learnerId, String blockKey, String value, int minute) {
        return PlatformEvent.of("org.laurel.block-completion.submitted.v1", learnerId, """
                {"learner_id": "%s", "course_key": "%s", "block_key": "%s", "completion": %s, "occurred_at": "%s"}""".formatted(
                        learnerId, course, blockKey, value, at(minute)));
    }

    /** The cohort of the whole organisation when {@code wholeOrg} is true. */
    public PlatformEvent cohort(String learnerId, long id, String name, boolean wholeOrg, boolean member, int version) {
        return PlatformEvent.of("org.laurel.cohort-membership.changed.v1", learnerId, """
                {"learner_id": "%s", "course_key": %s, "org": "%s", "cohort_id": %d, "cohort_name": "%s",
                 "is_member": %s, "version": %d, "occurred_at": "%s"}""".formatted(
                        learnerId, wholeOrg ? "null" : quoted(course), org(), id, name, member, version, at(version)));
    }

    /** The role in the whole organisation when {@code wholeOrg} is true. */
    public PlatformEvent role(String learnerId, String role, boolean wholeOrg, boolean member, int version) {
        return PlatformEvent.of("org.laurel.course-role.changed.v1", learnerId, """
                {"learner_id": "%s", "course_key": %s, "org": "%s", "role": "%s", "is_member": %s, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                        learnerId, wholeOrg ? "null" : quoted(course), org(), role, member, version, at(version)));
    }

    public PlatformEvent assigned(String learnerId, String parent, List<String> blockKeys, int minute) {
        return assigned(learnerId, parent, blockKeys, Map.of(), minute);
    }

    public PlatformEvent assigned(
            String learnerId, String parent, List<String> blockKeys, Map<String, Instant> releases, int minute) {
        String keys = blockKeys.stream().map(Platform::quoted).collect(Collectors.joining(", "));
        String times = releases.entrySet().stream()
                .map(one -> quoted(one.getKey()) + ": " + quoted(one.getValue().toString()))
                .collect(Collectors.joining(", "));
        return PlatformEvent.of("org.laurel.learner-blocks.assigned.v1", learnerId, """
                {"learner_id": "%s", "course_key": "%s", "parent": "%s", "block_keys": [%s], "release_at": {%s},
                 "occurred_at": "%s"}""".formatted(
                        learnerId, course, parent, keys, times, at(minute)));
    }

    private String org() {
        return new CourseKey(course).org();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
