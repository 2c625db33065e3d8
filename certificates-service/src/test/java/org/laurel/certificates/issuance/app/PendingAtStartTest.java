package org.laurel.certificates.issuance.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.generation.Auditorium;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** A deployment that is started to observe only, on an empty database. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
@TestProfile(PendingAtStartTest.Observing.class)
class PendingAtStartTest {

    private static final String CERTIFICATES = "laurel.certificates";
    private static final String DATES = "laurel.certificate-dates";

    /** Observes until staff say otherwise. */
    public static class Observing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("laurel.certificates.mode", "observe");
        }
    }

    @Inject
    Auditorium auditorium;

    @Inject
    PendingAtStart pending;

    @Test
    void aDeploymentThatGoesLiveWritesAndTellsWhatWaits() {
        mode("observe");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES, DATES)) {
            // Given
            CourseKey course = withheld("deployment-live");

            // When
            mode("live");

            // Then
            toldOnce(probe, course);
        }
    }

    @Test
    void aStartInAnotherModeThanBeforeMakesUpForWhatWaits() {
        mode("observe");
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES, DATES)) {
            // Given
            CourseKey course = withheld("deployment-start");
            await().until(() -> Database.current()
                    .query("select 1 from job where state in ('waiting', 'running')")
                    .isEmpty());
            pending.foldAgain(new StartupEvent());
            assertThat(Database.current().query("select 1 from job where created_by = 'start'"))
                    .as("while it observes")
                    .isEmpty();
            // The mode is another one now, and nobody has told: no job was submitted.
            Database.current().execute("""
                    insert into site_policy (occurred_at, html_certificates, identity_verification_required,
                        honor_certificates_disabled, automatic_generation, self_generation_enabled, custom_templates_enabled,
                        names_follow_profile, mode, changed_by, change_reason, cause_id)
                    values (now(), true, false, false, true, true, false, false, 'live', 'test', null, 'test')
                    """);
            assertThat(Auditorium.certificates(course, "downloadable")).isZero();

            // When
            pending.foldAgain(new StartupEvent());

            // Then
            toldOnce(probe, course);
        }
    }

    /** A course run in which a certificate and a change of dates wait; and one without learners, in which only the latter does. */
    private CourseKey withheld(String word) {
        CourseKey course = auditorium.openAutomatic(word);
        auditorium.enroll(course, word, 1, true);
        auditorium.pace(course, 2, false);
        auditorium.openAutomatic(word + "-empty");
        auditorium.pace(Auditorium.course(word + "-empty"), 2, false);
        assertThat(Auditorium.versions(course)).isZero();
        return course;
    }

    private static void toldOnce(KafkaProbe probe, CourseKey course) {
        await().until(() -> Auditorium.certificates(course, "downloadable") == 1);
        probe.awaitEvent(
                CERTIFICATES,
                event -> String.valueOf(event.key()).startsWith("id-" + course.course())
                        && event.type().endsWith(".awarded.v1"));
        String empty = Auditorium.course(course.course() + "-empty").value();
        probe.awaitEvent(DATES, event -> empty.equals(event.key()));
        probe.awaitEvent(DATES, event -> course.value().equals(event.key()));
        assertThat(probe.received(DATES))
                .filteredOn(event -> String.valueOf(event.key()).contains(course.course()))
                .hasSize(2);
        assertThat(Database.current()
                        .query("select 1 from withheld_course_news where course_key in (?, ?)", course.value(), empty))
                .isEmpty();
    }

    private static void mode(String mode) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/merge-patch+json")
                .body("{\"mode\": \"%s\"}".formatted(mode))
                .patch("/api/certificates/v1/policy")
                .then()
                .statusCode(200);
    }
}
