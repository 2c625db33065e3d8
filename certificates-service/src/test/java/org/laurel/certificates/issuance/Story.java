package org.laurel.certificates.issuance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;

/** Facts about one learner in one course run, named by a word of its own so that stories do not meet. Times are in minutes. */
public record Story(String word, String run) {

    /** A learner in a course run of the same name. */
    public Story(String word) {
        this(word, word);
    }

    private static final Instant START = Instant.parse("2026-02-03T04:00:00Z");

    public String learnerId() {
        return "id-" + word;
    }

    public String username() {
        return "user-" + word;
    }

    public String course() {
        return "course-v1:Org+" + run + "+2026";
    }

    public static Instant at(int minute) {
        return START.plus(minute, ChronoUnit.MINUTES);
    }

    public PlatformEvent courseRun() {
        return courseRun(1, 0, true);
    }

    public PlatformEvent courseRun(int version, int minute, boolean htmlEnabled) {
        return PlatformEvent.of("org.laurel.course-run.changed.v1", course(), """
                {"course_key": "%s", "display_name": "Course %s", "org": "Org", "start": null, "end": null,
                 "enrollment_start": null, "enrollment_end": null, "self_paced": true,
                 "certificates_display_behavior": "end", "certificate_available_date": null,
                 "certificates_show_before_end": false, "html_certificates_enabled": %s, "invitation_only": false,
                 "max_enrollments": null, "mobile_available": false, "is_ccx": false, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                                course(), word, htmlEnabled, version, at(minute)))
                .withSequence(version);
    }

    /** Settings of an instructor-paced course run whose certificates show from a date on. */
    public PlatformEvent courseRunShowingFrom(int version, int minute, int from) {
        PlatformEvent plain = courseRun(version, minute, true);
        return plain.withJson(plain.json()
                .replace("\"self_paced\": true", "\"self_paced\": false")
                .replace(
                        "\"certificates_display_behavior\": \"end\"",
                        "\"certificates_display_behavior\": \"end_with_date\"")
                .replace(
                        "\"certificate_available_date\": null",
                        "\"certificate_available_date\": \"%s\"".formatted(at(from))));
    }

    public PlatformEvent enrolled(String mode, int version, int minute) {
        return enrolled(mode, version, minute, "Ada " + word);
    }

    /** An enrollment whose snapshot tells the account's version and since when it has this name. */
    public PlatformEvent enrolledAs(String name, int accountVersion, int since, String mode, int version, int minute) {
        PlatformEvent plain = enrolled(mode, version, minute, name);
        return plain.withJson(plain.json()
                .replace(
                        "\"is_active\": true}}",
                        "\"is_active\": true, \"version\": %d, \"changed_at\": \"%s\"}}"
                                .formatted(accountVersion, at(since))));
    }

    public PlatformEvent enrolled(String mode, int version, int minute, String name) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", learnerId(), """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "%3$s", "is_active": true, "previous_mode": null,
                 "previous_is_active": null, "version": %4$d, "occurred_at": "%5$s",
                 "learner": {"learner_id": "%1$s", "username": "%6$s", "email": "%6$s@example.org", "name": "%7$s",
                             "is_active": true}}""".formatted(
                                learnerId(), course(), mode, version, at(minute), username(), name))
                .withSequence(version);
    }

    public PlatformEvent renamed(String name, int version, int minute) {
        return PlatformEvent.of("org.laurel.learner.changed.v1", learnerId(), """
                {"learner_id": "%s", "username": "%s", "email": "a@example.org", "name": "%s", "is_active": true,
                 "version": %d, "occurred_at": "%s"}""".formatted(
                        learnerId(), username(), name, version, at(minute)));
    }

    public PlatformEvent passing(boolean passing, String grade, int minute) {
        return PlatformEvent.of("org.laurel.passing-status.changed.v1", learnerId(), """
                {"learner_id": "%s", "course_key": "%s", "passing": %s, "grade": %s, "letter_grade": null,
                 "occurred_at": "%s"}""".formatted(
                        learnerId(), course(), passing, grade, at(minute)));
    }

    /** A snapshot of the completion of the whole course run. */
    public PlatformEvent completed(String percent, int version, int minute) {
        return completed("course", percent, "1000", version, minute);
    }

    /** A snapshot of the completion of an aggregated block. */
    public PlatformEvent completed(String type, String percent, String possible, int version, int minute) {
        return PlatformEvent.of("org.laurel.completion.progressed.v1", learnerId(), """
                {"learner_id": "%1$s", "course_key": "%2$s", "block_key": "block-v1:Org+%3$s+2026+type@%4$s+block@b",
                 "type": "%4$s", "earned": 0, "possible": %5$s, "percent": %6$s, "version": %7$d, "occurred_at": "%8$s"}""".formatted(
                                learnerId(), course(), run, type, possible, percent, version, at(minute)))
                .withSequence(version);
    }

    public PlatformEvent identity(String status, int minute) {
        return PlatformEvent.of("org.laurel.identity-verification.changed.v1", learnerId(), """
                {"learner_id": "%s", "status": "%s", "expires_at": null, "occurred_at": "%s"}""".formatted(
                        learnerId(), status, at(minute)));
    }

    public PlatformEvent preferences(boolean allowed, int version, int minute) {
        return preferences(allowed, null, version, minute);
    }

    /** Preferences with a verified name that goes on certificates; null for none. */
    public PlatformEvent preferences(boolean allowed, @Nullable String verifiedName, int version, int minute) {
        return PlatformEvent.of("org.laurel.learner.certificate-preferences.changed.v1", learnerId(), """
                {"learner_id": "%s", "allow_certificate": %s, "certificate_name": null, "use_verified_name": %s,
                 "verified_name": %s, "certificates_visible_to": "private", "version": %d, "occurred_at": "%s"}""".formatted(
                        learnerId(),
                        allowed,
                        verifiedName != null,
                        verifiedName == null ? null : "\"" + verifiedName + "\"",
                        version,
                        at(minute)));
    }

    public PlatformEvent examRejected(int minute) {
        return PlatformEvent.of(
                "org.laurel.exam-attempt.rejected.v1", learnerId(), """
                {"learner_id": "%s", "course_key": "%s", "exam": "Final", "occurred_at": "%s"}""".formatted(learnerId(), course(), at(minute)));
    }

    public PlatformEvent role(String role, boolean member, int version, int minute) {
        return PlatformEvent.of("org.laurel.course-role.changed.v1", learnerId(), """
                {"learner_id": "%s", "course_key": "%s", "org": "Org", "role": "%s", "is_member": %s, "version": %d,
                 "occurred_at": "%s"}""".formatted(
                        learnerId(), course(), role, member, version, at(minute)));
    }

    public boolean isAbout(ReceivedEvent event) {
        return learnerId().equals(event.key());
    }
}
