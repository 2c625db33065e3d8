package org.laurel.certificates;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.role.RoleEvents;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;

/** A course run with learners, named by a word of its own so that tests do not meet. Each method waits until it is known. */
public record Classroom(String word) {

    /** A course run that everybody knows of. */
    public static Classroom open(String word) {
        Classroom room = new Classroom(word);
        send(List.of(PlatformEvent.of(
                "org.laurel.course-run.changed.v1", room.course(), """
                {"course_key": "%s", "display_name": "Course %s", "org": "Staff", "start": null, "end": null,
                 "enrollment_start": null, "enrollment_end": null, "self_paced": true,
                 "certificates_display_behavior": "end", "certificate_available_date": null,
                 "certificates_show_before_end": false, "html_certificates_enabled": true, "invitation_only": false,
                 "max_enrollments": null, "mobile_available": false, "is_ccx": false, "version": 1,
                 "occurred_at": "2026-02-03T04:00:00Z"}""".formatted(room.course(), word))));
        room.awaitRows("course_settings", 1, "");
        return room;
    }

    public String course() {
        return "course-v1:Staff+" + word + "+2026";
    }

    public String id(String who) {
        return "id-" + word + "-" + who;
    }

    public String username(String who) {
        return word + "-" + who;
    }

    public String email(String who) {
        return who + "@" + word + ".example";
    }

    /** Enrolls learners in mode verified. */
    public Classroom enrolled(String... who) {
        return enrolled(true, who);
    }

    /** Learners who were enrolled and are no longer. */
    public Classroom unenrolled(String... who) {
        return enrolled(false, who);
    }

    private Classroom enrolled(boolean active, String... who) {
        List<PlatformEvent> events = new ArrayList<>();
        for (String learner : who) {
            events.add(PlatformEvent.of("org.laurel.enrollment.changed.v1", id(learner), """
                    {"learner_id": "%1$s", "course_key": "%2$s", "mode": "verified", "is_active": %3$s,
                     "previous_mode": null, "previous_is_active": null, "version": 1,
                     "occurred_at": "2026-02-03T04:10:00Z",
                     "learner": {"learner_id": "%1$s", "username": "%4$s", "email": "%5$s", "name": "Ada %6$s",
                                 "is_active": true}}""".formatted(
                            id(learner), course(), active, username(learner), email(learner), learner)));
        }
        int before = rows("standing", "");
        send(events);
        awaitRows("standing", before + who.length, "");
        return this;
    }

    /** Lets enrolled learners pass, so that they have a certificate. */
    public Classroom passed(String... who) {
        int before = rows("certificate", "and status = 'downloadable'");
        send(Arrays.stream(who)
                .map(learner -> PlatformEvent.of(
                        "org.laurel.passing-status.changed.v1", id(learner), """
                        {"learner_id": "%s", "course_key": "%s", "passing": true, "grade": 0.88, "letter_grade": null,
                         "occurred_at": "2026-02-03T04:20:00Z"}""".formatted(id(learner), course())))
                .toList());
        awaitRows("certificate", before + who.length, "and status = 'downloadable'");
        return this;
    }

    /** A person who has a role in the course run, as a bearer token. */
    public String tokenOf(String role) {
        RoleEvents person = new RoleEvents(word + "-" + role);
        send(List.of(person.inRun(course(), role, true, 1)));
        await().until(() -> !Database.current()
                .query("select 1 from course_role where learner_id = ?", person.id())
                .isEmpty());
        return person.token();
    }

    /** A request with a bearer token to a path, sent as it is, that names the course run {@code {c}}. */
    public RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).pathParam("c", course());
    }

    /** A request by global staff. */
    public RequestSpecification asStaff() {
        return as(Tokens.staff());
    }

    /** The certificate's status, null without one. */
    public @Nullable String status(String who) {
        return certificate(who, "status");
    }

    /** A column of the learner's certificate, null without one. */
    public @Nullable String certificate(String who, String column) {
        return Database.current()
                .value(
                        "select max(" + column + "::text) from certificate where learner_id = ? and course_key = ?",
                        id(who),
                        course());
    }

    /** How many rows of a table are about this course run. */
    public int rows(String table, String condition) {
        return Integer.parseInt(String.valueOf(Database.current()
                .value("select count(*) from " + table + " where course_key = ? " + condition, course())));
    }

    private void awaitRows(String table, int expected, String condition) {
        await().atMost(KafkaProbe.PATIENCE).until(() -> rows(table, condition) == expected);
    }

    private static void send(List<PlatformEvent> events) {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificate-dates")) {
            probe.sendAll(events);
        }
    }
}
