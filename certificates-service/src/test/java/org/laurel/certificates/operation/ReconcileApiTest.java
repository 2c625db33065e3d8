package org.laurel.certificates.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.certificates.role.RoleEvents;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** Certificates are told once more, as they were told last; what is told once more to this service changes nothing. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ReconcileApiTest {

    private static final String CERTIFICATES = "laurel.certificates";

    @Test
    void tellsTheCertificatesOfACourseRunUnderTheirVersions() {
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            Classroom room =
                    Classroom.open("reconciled").enrolled("ada", "bob", "eve").passed("ada", "bob");
            List<ReceivedEvent> first = probe.awaitEvents(CERTIFICATES, 4, event -> isAbout(room, event));
            String history = history(room);

            // When
            int job = reconcile(
                    Map.of("course_key", room.course(), "learner_ids", List.of(room.id("ada"), room.id("eve"))));

            // Then
            assertThat(done(job)).containsEntry("certificates", 1);
            ReceivedEvent again = probe.awaitEvents(CERTIFICATES, 5, event -> isAbout(room, event))
                    .getLast();
            assertThat(again.type()).isEqualTo("org.laurel.course-cert.changed.v1");
            assertThat(again.key()).isEqualTo(room.id("ada"));
            assertThat(first)
                    .filteredOn(event -> room.id("ada").equals(event.key()))
                    .allSatisfy(event -> {
                        assertThat(again.body().path("version"))
                                .isEqualTo(event.body().path("version"));
                        assertThat(again.body().path("verify_uuid"))
                                .isEqualTo(event.body().path("verify_uuid"));
                        assertThat(again.body().path("occurred_at"))
                                .isEqualTo(event.body().path("occurred_at"));
                    });
            assertThat(history(room)).isEqualTo(history);
        }
    }

    @Test
    void whatWasTakenBackIsToldByItsStateAndNotAnnouncedAgain() {
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            Classroom room =
                    Classroom.open("reconciled-revoked").enrolled("ada").passed("ada");
            probe.send(failed(room));
            ReceivedEvent revoked = probe.awaitEvents(CERTIFICATES, 4, event -> isAbout(room, event))
                    .getLast();

            // When
            int job = reconcile(Map.of("course_key", room.course()));

            // Then
            assertThat(revoked.type()).isEqualTo("org.laurel.course-cert.revoked.v1");
            assertThat(done(job)).containsEntry("certificates", 1);
            Database.current().awaitEmptyOutbox();
            List<ReceivedEvent> all = probe.awaitEvents(CERTIFICATES, 5, event -> isAbout(room, event));
            assertThat(all).hasSize(5);
            ReceivedEvent again = all.getLast();
            assertThat(again.type()).isEqualTo("org.laurel.course-cert.changed.v1");
            assertThat(again.body().path("status")).isEqualTo(revoked.body().path("status"));
            assertThat(again.body().path("previous_status"))
                    .as("nothing changes by being told again")
                    .isEqualTo(again.body().path("status"));
            assertThat(again.body().path("version")).isEqualTo(revoked.body().path("version"));
        }
    }

    @Test
    void staffOfTheCourseRunAndOfItsOrganisationMayNot() {
        // Given
        Classroom room = Classroom.open("reconciled-by-staff").enrolled("ada").passed("ada");
        String ofRun = room.tokenOf("staff");
        RoleEvents person = new RoleEvents("reconciled-by-organisation");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            probe.send(person.inOrganisation("Staff", "instructor", true, 1));
        }
        await().atMost(KafkaProbe.PATIENCE)
                .until(() ->
                        Database.current().number("select count(*) from course_role where learner_id = ?", person.id())
                                == 1);
        String body = "{\"course_key\": \"" + room.course() + "\", \"dry_run\": true}";

        // When
        int answer = dryRun(ofRun, body);

        // Then
        assertThat(answer).isEqualTo(403);
        assertThat(dryRun(person.token(), body)).isEqualTo(403);
        assertThat(dryRun(Tokens.service(), body)).isEqualTo(200);
    }

    @Test
    void anEnrollmentThatIsToldAgainUnderAnotherIdChangesNothing() {
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            Classroom room = Classroom.open("retold").enrolled("ada").passed("ada");
            probe.awaitEvents(CERTIFICATES, 2, event -> isAbout(room, event));
            String history = history(room);

            // When
            String id = probe.send(enrolledAgain(room));

            // Then
            await().atMost(KafkaProbe.PATIENCE)
                    .until(() -> Database.current().number("select count(*) from inbox where event_id = ?", id) == 1);
            Database.current().awaitEmptyOutbox();
            assertThat(history(room)).isEqualTo(history);
            assertThat(probe.received(CERTIFICATES))
                    .filteredOn(event -> isAbout(room, event))
                    .hasSize(2);
        }
    }

    private static PlatformEvent enrolledAgain(Classroom room) {
        return PlatformEvent.of("org.laurel.enrollment.changed.v1", room.id("ada"), """
                {"learner_id": "%1$s", "course_key": "%2$s", "mode": "verified", "is_active": true,
                 "previous_mode": "verified", "previous_is_active": true, "version": 1,
                 "occurred_at": "2026-02-03T04:10:00Z",
                 "learner": {"learner_id": "%1$s", "username": "%3$s", "email": "%4$s", "name": "Ada ada",
                             "is_active": true}}""".formatted(
                        room.id("ada"), room.course(), room.username("ada"), room.email("ada")));
    }

    private static PlatformEvent failed(Classroom room) {
        return PlatformEvent.of(
                "org.laurel.passing-status.changed.v1", room.id("ada"), """
                {"learner_id": "%s", "course_key": "%s", "passing": false, "grade": 0.22, "letter_grade": null,
                 "occurred_at": "2026-02-03T04:30:00Z"}""".formatted(room.id("ada"), room.course()));
    }

    private static int dryRun(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/certificates/ops/reconcile")
                .statusCode();
    }

    private static boolean isAbout(Classroom room, ReceivedEvent event) {
        return room.course().equals(event.body().path("course_key").asText());
    }

    private static String history(Classroom room) {
        return Database.current()
                .query(
                        "select t::text from certificate_history t where course_key = ? order by history_id",
                        room.course())
                .toString();
    }

    private static int reconcile(Map<String, ?> body) {
        return staff().contentType("application/json")
                .body(body)
                .post("/api/certificates/ops/reconcile")
                .then()
                .statusCode(202)
                .extract()
                .path("job_id");
    }

    private static Map<String, Integer> done(int job) {
        String path = "/api/certificates/ops/jobs/" + job;
        await().atMost(KafkaProbe.PATIENCE)
                .until(() -> staff().get(path).path("state").equals("done"));
        return staff().get(path).path("counts");
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }
}
