package org.laurel.certificates.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class InvalidationApiTest {

    private static final String LIST = "/api/certificates/v1/course-runs/{c}/invalidations";
    private static final String ONE = LIST + "/{u}";
    private static final String BY_SOURCE = LIST + ":by-source";
    private static final String ALLOWLIST = "/api/certificates/v1/course-runs/{c}/allowlist/{u}";

    @Test
    void makesTheCertificateUnavailableAtOnceAndTellsOthers() {
        // Given
        Classroom room = Classroom.open("in-once").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer;
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            answer = put(room, "ada", "{\"notes\": \"copied\"}");
            probe.awaitEvents(
                    "laurel.certificates",
                    1,
                    event -> room.id("ada").equals(event.key())
                            && event.type().equals("org.laurel.course-cert.revoked.v1"));
        }

        // Then
        answer.statusCode(200)
                .body("user", equalTo(room.username("ada")), "user_id", equalTo(room.id("ada")))
                .body("invalidated_by", equalTo("staff"), "notes", equalTo("copied"), "active", equalTo(true));
        assertThat(room.status("ada")).isEqualTo("unavailable");
        assertThat(room.certificate("ada", "reason")).isEqualTo("certificate_invalidation_list");
    }

    @Test
    void takingItBackGivesTheSameCertificateAgain() {
        // Given
        Classroom room = Classroom.open("in-back").enrolled("ada").passed("ada");
        String publicId = room.certificate("ada", "verify_uuid");
        put(room, "ada", "{}").statusCode(200);

        // When
        ValidatableResponse answer =
                room.asStaff().delete(ONE, room.username("ada")).then();

        // Then
        answer.statusCode(204);
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(room.certificate("ada", "verify_uuid")).isEqualTo(publicId);
        room.asStaff().get(ONE, room.username("ada")).then().statusCode(200).body("active", equalTo(false));
        room.asStaff()
                .delete(ONE, room.username("ada"))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("not_invalidated"));
    }

    @Test
    void doingItAgainStoresTheNewNotesAndAuthorInTheSameRow() {
        // Given
        Classroom room = Classroom.open("in-again").enrolled("ada").passed("ada");
        int id = put(room, "ada", "{\"notes\": \"first\"}").extract().path("id");
        room.asStaff().delete(ONE, room.username("ada")).then().statusCode(204);

        // When
        ValidatableResponse again = room.as(Tokens.service())
                .contentType("application/json")
                .body("{\"notes\": \"second\"}")
                .put(ONE, room.username("ada"))
                .then();

        // Then
        again.statusCode(200)
                .body("id", equalTo(id), "notes", equalTo("second"))
                .body("invalidated_by", equalTo("service"), "active", equalTo(true));
        assertThat(room.rows("certificate_invalidation", "")).isEqualTo(1);
        assertThat(room.rows("certificate_invalidation_history", "")).isEqualTo(3);
        assertThat(room.status("ada")).isEqualTo("unavailable");
    }

    @Test
    void sayingTheSameAgainWritesNothing() {
        // Given
        Classroom room = Classroom.open("in-same").enrolled("ada").passed("ada");
        put(room, "ada", "{\"notes\": \"n\"}").statusCode(200);

        // When
        put(room, "ada", "{\"notes\": \"n\"}").statusCode(200);

        // Then
        assertThat(room.rows("certificate_invalidation_history", "")).isEqualTo(1);
        assertThat(room.certificate("ada", "version")).isEqualTo("2");
    }

    @Test
    void anAllowlistEntryDoesNotOvercomeAnInvalidation() {
        // Given
        Classroom room = Classroom.open("in-listed").enrolled("ada").passed("ada");
        put(room, "ada", "{}").statusCode(200);

        // When
        room.asStaff()
                .contentType("application/json")
                .body("{}")
                .put(ALLOWLIST, room.username("ada"))
                .then()
                .statusCode(200);

        // Then
        assertThat(room.status("ada")).isEqualTo("unavailable");
    }

    @Test
    void refusesWithoutCertificateAndForLearnersOnTheAllowlist() {
        // Given
        Classroom room = Classroom.open("in-refused").enrolled("none", "listed");
        room.asStaff()
                .contentType("application/json")
                .body("{}")
                .put(ALLOWLIST, room.username("listed"))
                .then()
                .statusCode(200);

        // Then
        put(room, "none", "{}").statusCode(404).body("error_code", equalTo("no_certificate_for_user"));
        put(room, "listed", "{}").statusCode(409).body("error_code", equalTo("on_allowlist"));
        put(room, "nobody", "{}").statusCode(404).body("error_code", equalTo("learner_not_found"));
        put(room, "none", "{\"notes\": \"" + "x".repeat(1001) + "\"}").statusCode(400);
        room.asStaff().get(ONE, room.username("none")).then().statusCode(404);
        assertThat(room.status("listed")).isEqualTo("downloadable");
    }

    @Test
    void listsByLearnerAuthorNotesAndState() {
        // Given
        Classroom room = Classroom.open("in-list").enrolled("ada", "bob").passed("ada", "bob");
        put(room, "ada", "{\"notes\": \"Copied from 100% others\"}").statusCode(200);
        put(room, "bob", "{\"notes\": \"left early\"}").statusCode(200);
        room.asStaff().delete(ONE, room.username("bob")).then().statusCode(204);

        // Then
        list(room, "").body("results.user", contains(room.username("ada"), room.username("bob")));
        list(room, "?active=true").body("results.user", contains(room.username("ada")));
        list(room, "?active=false").body("results.user", contains(room.username("bob")));
        list(room, "?notes=copied").body("results.user", contains(room.username("ada")));
        list(room, "?notes=_").body("results", empty());
        list(room, "?invalidated_by=STAFF&limit=1").body("results.user", contains(room.username("ada")));
        list(room, "?invalidated_by=1001&limit=1").body("results.user", contains(room.username("ada")));
        list(room, "?invalidated_by=ada").body("results", empty());
        list(room, "?learner=" + room.username("bob")).body("results.user", contains(room.username("bob")));
        list(room, "?learner=in-nobody").body("results", empty());
    }

    @Test
    void aRejectedExamTakesTheCertificateBackUntilItIsEvaluatedAgain() {
        // Given
        Classroom room = Classroom.open("in-exam").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer = bySource(room, Tokens.service(), room.id("ada"), "exam_event");

        // Then
        answer.statusCode(200)
                .body("outcome", equalTo("changed"), "certificate.status", equalTo("unavailable"))
                .body("certificate.reason", equalTo("exam_event"));
        assertThat(room.rows("certificate_invalidation", "")).isZero();
        room.asStaff()
                .post("/api/certificates/v1/learners/{u}/courses/{c}/certificate:add", room.username("ada"))
                .then()
                .body("outcome", equalTo("changed"), "certificate.status", equalTo("downloadable"));
    }

    @Test
    void anotherSourceMakesAnInvalidationThatStands() {
        // Given
        Classroom room = Classroom.open("in-source").enrolled("ada").passed("ada");

        // When
        ValidatableResponse answer = bySource(room, Tokens.service(), room.id("ada"), "fraud_desk");

        // Then
        answer.statusCode(200).body("outcome", equalTo("changed"), "certificate.status", equalTo("unavailable"));
        assertThat(room.certificate("ada", "change_reason")).isEqualTo("fraud_desk");
        list(room, "?active=true").body("results.notes", contains("fraud_desk"));
        bySource(room, Tokens.service(), room.id("ada"), "fraud_desk")
                .statusCode(200)
                .body("outcome", equalTo("unchanged"), "why", containsString("already"));
    }

    @Test
    void theAllowlistProtectsFromSourcesAndWithoutCertificateNothingHappens() {
        // Given
        Classroom room = Classroom.open("in-exempt").enrolled("listed", "none");
        room.asStaff()
                .contentType("application/json")
                .body("{}")
                .put(ALLOWLIST, room.username("listed"))
                .then()
                .statusCode(200);

        // Then
        for (String source : new String[] {"exam_event", "fraud_desk"}) {
            bySource(room, Tokens.service(), room.id("listed"), source)
                    .statusCode(200)
                    .body("outcome", equalTo("unchanged"), "certificate.status", equalTo("downloadable"));
            bySource(room, Tokens.service(), room.id("none"), source)
                    .statusCode(200)
                    .body("outcome", equalTo("unchanged"), "certificate", nullValue());
        }
        bySource(room, Tokens.service(), "in-nobody", "exam_event").statusCode(404);
        bySource(room, Tokens.service(), "", "exam_event").statusCode(400);
        bySource(room, Tokens.service(), room.id("none"), " ").statusCode(400);
        bySource(room, room.tokenOf("instructor"), room.id("none"), "exam_event")
                .statusCode(403);
    }

    @Test
    void onlyCourseAdministratorsAndServiceClientsMay() {
        // Given
        Classroom room = Classroom.open("in-access").enrolled("ada");

        // Then
        for (String token : new String[] {room.tokenOf("staff"), Tokens.support(), Tokens.learner("in", "in")}) {
            room.as(token).get(LIST).then().statusCode(403);
            room.as(token).delete(ONE, room.username("ada")).then().statusCode(403);
            room.as(token)
                    .contentType("application/json")
                    .body("{}")
                    .put(ONE, room.username("ada"))
                    .then()
                    .statusCode(403);
        }
        room.as(room.tokenOf("instructor")).get(LIST).then().statusCode(200);
        room.asStaff().pathParam("c", "nonsense").get(LIST).then().statusCode(400);
        new Classroom("in-unknown").asStaff().get(LIST).then().statusCode(404);
    }

    private static ValidatableResponse put(Classroom room, String who, String body) {
        return room.asStaff()
                .contentType("application/json")
                .body(body)
                .put(ONE, room.username(who))
                .then();
    }

    private static ValidatableResponse list(Classroom room, String query) {
        return room.asStaff().get(LIST + query).then().statusCode(200);
    }

    private static ValidatableResponse bySource(Classroom room, String token, String learnerId, String source) {
        return room.as(token)
                .contentType("application/json")
                .body("{\"learner_id\": \"%s\", \"source\": \"%s\"}".formatted(learnerId, source))
                .post(BY_SOURCE)
                .then();
    }
}
