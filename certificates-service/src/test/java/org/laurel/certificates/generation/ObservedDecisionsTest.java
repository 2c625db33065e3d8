package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.lookup.Told;
import org.laurel.certificates.sharing.app.CertificateSharing;
import org.laurel.certificates.sharing.domain.ShareCertificate;
import org.laurel.certificates.sharing.domain.ShareDecision;
import org.laurel.certificates.sharing.domain.SocialNetwork;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ObservedDecisionsTest {

    private static final String CERTIFICATES = "laurel.certificates";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
    private static final String DATES = "laurel.certificate-dates";
    private static final String DATE_CHANGED = "org.laurel.course-cert.date-changed.v1";
    private static final String SWITCHED = "org.laurel.certificate-generation.switched.v1";

    @Inject
    Auditorium auditorium;

    @Test
    void nothingIsWrittenOrToldUntilTheCourseRunGoesLiveAndThenExactlyWhatWaits() {
        CourseKey course = auditorium.openAutomatic("observe-live");
        LearnerId granted = auditorium.enroll(course, "observe-a", 1, true).getFirst();
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(1);
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            mode(course, "\"observe\"");
            auditorium.tell(
                    course,
                    granted,
                    new Fact.PassingStatus(Auditorium.order(9, Fact.PassingStatus.KIND), false, new BigDecimal("0.1")));
            auditorium.enroll(course, "observe-b", 2, true);
            auditorium.enroll(course, "observe-c", 1, false);
            observed(course, "")
                    .body("mode", equalTo("observe"))
                    .body("award", equalTo(2), "revoke", equalTo(1), "change", equalTo(0))
                    .body("results.pending", containsInAnyOrder("award", "award", "revoke"));
            observed(course, "?pending=revoke")
                    .body("results.learner_id", contains(granted.value()))
                    .body("results[0].status", equalTo("downloadable"));
            observed(course, "?limit=2").body("results", hasSize(2)).body("next_cursor", notNullValue());
            assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(1);
            assertThat(Auditorium.versions(course)).isEqualTo(1);

            // When
            mode(course, "\"live\"");

            // Then
            List<ReceivedEvent> events = probe.awaitEvents(
                    CERTIFICATES,
                    6,
                    event ->
                            course.value().equals(event.body().get("course_key").asText()));
            assertThat(events)
                    .extracting(ReceivedEvent::key, event -> event.type().replace("org.laurel.course-cert.", ""))
                    .containsExactlyInAnyOrder(
                            tuple(granted.value(), "changed.v1"),
                            tuple(granted.value(), "revoked.v1"),
                            tuple("id-observe-b-10000", "changed.v1"),
                            tuple("id-observe-b-10000", "awarded.v1"),
                            tuple("id-observe-b-10001", "changed.v1"),
                            tuple("id-observe-b-10001", "awarded.v1"));
        }
        await().until(() -> observed(course, "").extract().jsonPath().getInt("award") == 0);
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(2);
        assertThat(Auditorium.certificates(course, "notpassing")).isEqualTo(1);
        assertThat(Auditorium.versions(course)).isEqualTo(4);
        observed(course, "").body("revoke", equalTo(0), "results", hasSize(0), "next_cursor", nullValue());
    }

    @Test
    void listsTheCourseRunsInWhichSomethingWaits() {
        // Given
        CourseKey course = auditorium.openAutomatic("observe-list");
        mode(course, "\"observe\"");
        auditorium.enroll(course, "observe-list", 3, true);

        // When
        ValidatableResponse list = given().auth()
                .oauth2(Tokens.service())
                .get("/api/certificates/v1/observed?limit=1000")
                .then();

        // Then
        list.statusCode(200).body("results.find { it.course_key == '" + course.value() + "' }.award", equalTo(3));
        given().auth()
                .oauth2(Roles.token(course, "instructor"))
                .get("/api/certificates/v1/observed")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Roles.token(course, "staff"))
                .get(Runs.BASE + "observed", course.value())
                .then()
                .statusCode(403);
        observed(course, "?pending=some").statusCode(400);
        mode(course, "null");
    }

    @Test
    void newsOfTheCourseRunWaitUntilItGoesLiveAndAreThenToldAsThingsAre() {
        CourseKey course = auditorium.openAutomatic("observe-news");
        try (KafkaProbe probe = KafkaProbe.fromNow(DATES)) {
            // Given
            mode(course, "\"observe\"");
            auditorium.pace(course, 2, false);
            selfGeneration(course, false);
            selfGeneration(course, true);
            auditorium.pace(course, 3, true);
            auditorium.pace(course, 4, false);
            assertThat(withheld(course)).isOne();

            // When
            mode(course, "\"live\"");

            // Then
            List<ReceivedEvent> told =
                    probe.awaitEvents(DATES, 2, event -> course.value().equals(event.key()));
            assertThat(told).extracting(ReceivedEvent::type).containsExactlyInAnyOrder(DATE_CHANGED, SWITCHED);
            told.forEach(event -> {
                if (event.type().equals(DATE_CHANGED)) {
                    assertThat(event.body().get("self_paced").asBoolean()).isFalse();
                } else {
                    assertThat(event.body().get("enabled").asBoolean())
                            .isEqualTo(Runs.get(course, "settings").extract().path("self_generation_enabled"));
                }
            });
            assertThat(withheld(course)).isZero();
            selfGeneration(course, false);
            probe.awaitEvents(DATES, 3, event -> course.value().equals(event.key()));
            assertThat(probe.received(DATES))
                    .filteredOn(event -> course.value().equals(event.key()))
                    .hasSize(3);
        }
    }

    @Test
    void whatIsToldInThePatchThatTakesTheRunLiveIsNotToldAgain() {
        CourseKey course = auditorium.openAutomatic("observe-patch");
        try (KafkaProbe probe = KafkaProbe.fromNow(DATES)) {
            // Given
            mode(course, "\"observe\"");
            selfGeneration(course, false);

            // When
            settings(course, "{\"mode\": \"live\", \"self_generation_enabled\": true}");

            // Then
            await().until(() -> withheld(course) == 0);
            auditorium.pace(course, 2, false);
            probe.awaitEvent(
                    DATES,
                    event -> course.value().equals(event.key()) && event.type().equals(DATE_CHANGED));
            assertThat(probe.received(DATES))
                    .filteredOn(event ->
                            course.value().equals(event.key()) && event.type().equals(SWITCHED))
                    .extracting(event -> event.body().get("enabled").asBoolean())
                    .containsExactly(true);
        }
    }

    @Test
    void certificatesThatAreThereAreNeitherSharedNorVisitedNorToldAgain() {
        Told owner = new Told("observe-shared").inRun().enrolled("verified").passing("0.88", 20);
        CourseKey course = owner.key().courseKey();
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            mode(course, "\"observe\"");
            String uuid = String.valueOf(Database.current()
                    .value("select verify_uuid from certificate where learner_id = ?", owner.learnerId()));
            ShareCertificate share =
                    new ShareCertificate(owner.key(), SocialNetwork.LINKEDIN, Instant.now(), Cause.of("test", "share"));
            String selection = "{\"course_keys\": [\"%s\"]}".formatted(course);

            // When
            ShareDecision decision =
                    Told.bean(CertificateSharing.class).apply(List.of(share)).getFirst();
            ValidatableResponse visited = given().header("User-Agent", BROWSER)
                    .get("/certificates/" + uuid)
                    .then();
            ValidatableResponse renotified = renotify(selection);

            // Then
            assertThat(decision).isInstanceOf(ShareDecision.Shared.class);
            visited.statusCode(200);
            renotified.statusCode(202).body("selected", equalTo(1), "observed", equalTo(1));
            String job = "/api/certificates/ops/jobs/" + renotified.extract().path("job_id");
            await().until(() -> "done".equals(staff().get(job).path("state")));
            staff().get(job).then().body("counts.observed", equalTo(1), "counts.sent", equalTo(0));
            mode(course, "\"live\"");
            owner.failing("0.1", 40);
            probe.awaitEvent(
                    CERTIFICATES,
                    event -> owner.learnerId().equals(event.key())
                            && event.type().equals("org.laurel.course-cert.revoked.v1"));
            assertThat(probe.received(CERTIFICATES))
                    .filteredOn(event -> owner.learnerId().equals(event.key()))
                    .extracting(ReceivedEvent::type)
                    .containsExactly("org.laurel.course-cert.changed.v1", "org.laurel.course-cert.revoked.v1");
            assertThat(Database.current().query("select 1 from evidence_visit where verify_uuid = ?", uuid))
                    .isEmpty();
            renotify(selection).statusCode(202).body("selected", equalTo(1), "observed", equalTo(0));
        }
    }

    @Test
    void aStatementIsAcceptedAndTakesEffectWhenTheCourseRunGoesLive() {
        // Given
        Told told = new Told("observe-stated").inRun().enrolled("audit");
        CourseKey course = told.key().courseKey();
        mode(course, "\"observe\"");

        // When
        ValidatableResponse stated = staff().contentType("application/json")
                .body("{\"status\": \"downloadable\", \"mode\": \"credit\"}")
                .put(told.filled("/api/certificates/v1/learners/{l}/courses/{c}/certificate"))
                .then();

        // Then
        stated.statusCode(202);
        assertThat(Auditorium.versions(course)).isZero();
        mode(course, "\"live\"");
        await().until(() -> Auditorium.certificates(course, "downloadable") == 1);
    }

    private static long withheld(CourseKey course) {
        return Database.current()
                .query("select 1 from withheld_course_news where course_key = ?", course.value())
                .size();
    }

    private static ValidatableResponse renotify(String selection) {
        return staff().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(selection)
                .post("/api/certificates/v1/certificates:renotify")
                .then();
    }

    private static void selfGeneration(CourseKey course, boolean enabled) {
        settings(course, "{\"self_generation_enabled\": %s}".formatted(enabled));
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2(Tokens.staff());
    }

    private static ValidatableResponse observed(CourseKey course, String query) {
        return Runs.get(course, "observed" + query);
    }

    private static void mode(CourseKey course, String mode) {
        settings(course, "{\"mode\": %s}".formatted(mode));
    }

    private static void settings(CourseKey course, String patch) {
        staff().contentType("application/merge-patch+json")
                .body(patch)
                .patch(Runs.BASE + "settings", course.value())
                .then()
                .statusCode(200);
    }
}
