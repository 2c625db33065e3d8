package org.laurel.certificates.legacyimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.StatedCertificate;
import org.laurel.certificates.lookup.Told;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Failures;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** The safe order: observe, import, watch, go live. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ObservedImportTest {

    private static final String RUNS = "/api/certificates/v1/course-runs/{course}/";
    private static final String CERTIFICATE = "/api/certificates/v1/learners/{l}/courses/{c}/certificate";

    @Test
    void takesTheRowsAndStoresThemSilentlyAsTheyWereOnceTheRunGoesLive() {
        // Given
        Told passing = new Told("watched-passing", "watched").inRun();
        observe(passing);
        passing.enrolled("verified").passing("0.9", 20);
        Told later = new Told("watched-later", "watched").enrolled("verified");
        Told unknown = new Told("watched-unknown", "watched");
        observed(passing).body("award", equalTo(1));
        String rows = String.join(
                "\n", row(passing, "downloadable", 25), row(later, "downloadable", 5), row(unknown, "error", 7));
        ValidatableResponse imported = Imports.imported(Imports.NDJSON, "", rows);
        later.passing("0.9", 30);
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {

            // When
            ValidatableResponse again = Imports.imported(Imports.NDJSON, "", rows);
            List<?> before = certificates(passing);
            ValidatableResponse watched = observed(passing);
            live(passing);

            // Then
            imported.body("counts", equalTo(Map.of("withheld", 3)), "refused", aMapWithSize(0));
            again.body("counts", equalTo(Map.of("unchanged", 3)));
            assertThat(before).isEmpty();
            watched.body("stated", equalTo(3), "award", equalTo(0), "revoke", equalTo(0), "change", equalTo(0))
                    .body("results", equalTo(List.of()));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> certificates(passing).size() == 3);
            assertThat(certificates(passing))
                    .containsExactly(
                            stored(later, "downloadable", 5),
                            stored(passing, "downloadable", 25),
                            stored(unknown, "error", 7));
            Told marker = new Told("watched-marker", "watched-marker").inRun().enrolled("verified");
            marker.passing("0.9", 20);
            probe.awaitEvents(
                    "laurel.certificates", 2, event -> marker.learnerId().equals(event.key()));
            assertThat(probe.received("laurel.certificates"))
                    .noneMatch(event -> event.body().path("course_key").asText().equals(passing.course()));
        }
    }

    @Test
    void countsOnlyWhatWouldBeOtherThanImported() {
        // Given
        Told failing = new Told("differs-failing", "differs").inRun();
        observe(failing);
        failing.enrolled("verified");
        Told granted = new Told("differs-granted", "differs").enrolled("verified");

        // When
        Imports.imported(Imports.NDJSON, "", row(failing, "downloadable", 25) + "\n" + row(granted, "notpassing", 5))
                .body("counts.withheld", equalTo(2));
        failing.failing("0.1", 30);
        granted.passing("0.9", 30);

        // Then
        observed(failing)
                .body("stated", equalTo(0), "award", equalTo(1), "revoke", equalTo(1), "change", equalTo(0))
                .body("results.pending", contains("revoke", "award"));
        live(failing);
        await().atMost(Duration.ofSeconds(30)).until(() -> certificates(failing).size() == 2);
        assertThat(certificates(failing))
                .extracting(row -> row.get("status"), row -> row.get("verify_uuid"), row -> row.get("created"))
                .containsExactly(
                        tuple("notpassing", uuid(failing), "2012-08-01 10:00:00+00"),
                        tuple("downloadable", uuid(granted), "2012-08-01 10:00:00+00"));
    }

    @Test
    void announcesWhenThatWasAskedOnceTheRunGoesLive() {
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            // Given
            Told told = new Told("watched-announced").inRun();
            observe(told);
            Imports.imported(Imports.NDJSON, "?announce=true", row(told, "downloadable", 25))
                    .body("counts.withheld", equalTo(1));

            // When
            live(told);

            // Then
            probe.awaitEvents(
                    "laurel.certificates", 2, event -> told.learnerId().equals(event.key()));
        }
    }

    @Test
    void aPublicIdIsStatedForOneCertificateOnlyBeforeItIsWrittenToo() {
        // Given
        Told first = new Told("stated-once-a", "stated-once").inRun().enrolled("verified");
        Told second = new Told("stated-once-b", "stated-once").enrolled("verified");
        Told third = new Told("stated-once-c", "stated-once").enrolled("verified");
        observe(first);

        // When
        ValidatableResponse stated = state(first, uuid(first));
        ValidatableResponse again = state(first, uuid(first));
        ValidatableResponse taken = state(second, uuid(first));
        ValidatableResponse row = Imports.imported(
                Imports.NDJSON,
                "",
                Imports.row(second.learnerId(), second.course(), "downloadable", uuid(first), Told.at(5)) + "\n"
                        + row(third, "downloadable", 5));
        ValidatableResponse takenByRow = state(second, uuid(third));

        // Then
        stated.statusCode(202);
        again.statusCode(202);
        taken.statusCode(409).body("error_code", equalTo("public_id_is_taken"));
        row.body("refused", equalTo(Map.of("uuid_in_use", 1)), "counts", equalTo(Map.of("withheld", 1)));
        takenByRow.statusCode(409).body("error_code", equalTo("public_id_is_taken"));
        live(first);
        await().atMost(Duration.ofSeconds(30)).until(() -> certificates(first).size() == 2);
        assertThat(certificates(first))
                .extracting(certificate -> certificate.get("verify_uuid"))
                .containsExactly(uuid(first), uuid(third));
    }

    @Test
    void ofTwoWhoStateOnePublicIdAtOnceOneIsTriedAgain() {
        // Given
        Told first = new Told("stated-race-a", "stated-race").inRun().enrolled("verified");
        Told second = new Told("stated-race-b", "stated-race").enrolled("verified");
        FactFolding folding = Told.bean(FactFolding.class);
        folding.apply(List.of(stated(first, uuid(first))));

        // When
        Throwable failure = catchThrowable(() -> folding.apply(List.of(stated(second, uuid(first)))));

        // Then
        assertThat(failure).isNotNull().matches(Failures::isTransient);
        assertThat(Database.current()
                        .query("select 1 from standing_fact where kind = 12 and learner_id = ?", second.learnerId()))
                .isEmpty();
    }

    private static FactCommand stated(Told told, String uuid) {
        return new FactCommand.TakeIn(
                told.key(),
                new Fact.Stated(
                        new FactOrder(Told.at(50), FactOrder.NO_SEQUENCE, Fact.Stated.KIND, "/test", told.word()),
                        new StatedCertificate(
                                CertificateStatus.ERROR, "honor", "", null, uuid, null, null, "", "", "")),
                null,
                Cause.of("test", "race"));
    }

    private static ValidatableResponse state(Told told, String uuid) {
        return given().auth()
                .oauth2(Tokens.service())
                .contentType("application/json")
                .body(Map.of("status", "downloadable", "mode", "verified", "verify_uuid", uuid))
                .put(told.filled(CERTIFICATE))
                .then();
    }

    private static String row(Told told, String status, int minute) {
        return Imports.row(told.learnerId(), told.course(), status, uuid(told), Told.at(minute));
    }

    private static String uuid(Told told) {
        return Imports.uuid("o" + told.word().hashCode());
    }

    private static Map<String, Object> stored(Told told, String status, int minute) {
        return Map.of(
                "learner_id",
                told.learnerId(),
                "status",
                status,
                "verify_uuid",
                uuid(told),
                "version",
                1L,
                "created",
                "2012-08-01 10:00:00+00",
                "modified",
                String.valueOf(Database.current()
                        .value("select ?::timestamptz::text", Told.at(minute).toString())));
    }

    private static List<Map<String, Object>> certificates(Told told) {
        return Database.current().query("""
                select learner_id, status, verify_uuid, version, created_at::text as created, modified_at::text as modified
                from certificate where course_key = ? order by learner_id
                """, told.course());
    }

    private static ValidatableResponse observed(Told told) {
        return given().auth()
                .oauth2(Tokens.staff())
                .get(RUNS + "observed", told.course())
                .then()
                .statusCode(200);
    }

    private static void observe(Told told) {
        mode(told, "observe");
    }

    private static void live(Told told) {
        mode(told, "live");
    }

    private static void mode(Told told, String mode) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/merge-patch+json")
                .body(Map.of("mode", mode))
                .patch(RUNS + "settings", told.course())
                .then()
                .statusCode(200);
    }
}
