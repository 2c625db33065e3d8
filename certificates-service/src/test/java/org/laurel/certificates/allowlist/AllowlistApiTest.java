package org.laurel.certificates.allowlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AllowlistApiTest {

    private static final String LIST = "/api/certificates/v1/course-runs/{c}/allowlist";
    private static final String ENTRY = LIST + "/{u}";

    @Test
    void anEntryGrantsAFailingLearnerTheCertificate() {
        // Given
        Classroom room = Classroom.open("al-grant").enrolled("ada");

        // When
        ValidatableResponse answer;
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.certificates")) {
            answer = put(room, room.username("ada").toUpperCase(Locale.ROOT), "{\"notes\": \"was ill\"}");
            probe.awaitEvents("laurel.certificates", 2, event -> room.id("ada").equals(event.key()));
        }

        // Then
        answer.statusCode(200)
                .body("user_id", equalTo(room.id("ada")), "user_name", equalTo(room.username("ada")))
                .body("user_email", equalTo(room.email("ada")), "course_id", equalTo(room.course()))
                .body("notes", equalTo("was ill"), "enabled", equalTo(true), "created", notNullValue())
                .body("certificate_generated", notNullValue());
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(room.certificate("ada", "reason")).isEqualTo("allowlisted");
        assertThat(room.certificate("ada", "changed_by")).isEqualTo("staff");
    }

    @Test
    void aDisabledEntryIsKeptWithoutEffect() {
        // Given
        Classroom room = Classroom.open("al-disabled").enrolled("ada");

        // When
        ValidatableResponse answer = put(room, room.username("ada"), "{\"enabled\": false}");

        // Then
        answer.statusCode(200).body("enabled", equalTo(false), "certificate_generated", nullValue());
        assertThat(room.status("ada")).isNull();
        room.asStaff().get(LIST).then().statusCode(200).body("results", empty());
        room.asStaff()
                .get(LIST + "?include_disabled=true")
                .then()
                .body("results.user_name", contains(room.username("ada")));
        room.asStaff().get(ENTRY, room.username("ada")).then().statusCode(200).body("enabled", equalTo(false));
    }

    @Test
    void settingWhatIsThereAlreadyWritesNothing() {
        // Given
        Classroom room = Classroom.open("al-same").enrolled("ada");
        put(room, room.username("ada"), "{\"notes\": \"n\"}").statusCode(200);

        // When
        put(room, room.username("ada"), "{\"notes\": \"n\", \"enabled\": true}").statusCode(200);

        // Then
        assertThat(room.rows("allowlist_entry_history", "")).isEqualTo(1);
        assertThat(room.rows("standing_fact", "and kind = 8")).isEqualTo(1);
        assertThat(room.certificate("ada", "version")).isEqualTo("1");
    }

    @Test
    void disablingAnEntryTakesNothingBackAndKeepsEveryVersion() {
        // Given
        Classroom room = Classroom.open("al-off").enrolled("ada");
        put(room, room.username("ada"), "{\"notes\": \"first\"}").statusCode(200);

        // When
        put(room, room.username("ada"), "{\"notes\": \"second\", \"enabled\": false}")
                .statusCode(200);

        // Then
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(Database.current()
                        .query(
                                "select notes, history_operation::text as op, changed_by from allowlist_entry_history"
                                        + " where course_key = ? order by history_id",
                                room.course()))
                .containsExactly(
                        Map.of("notes", "first", "op", "+", "changed_by", "staff"),
                        Map.of("notes", "second", "op", "~", "changed_by", "staff"));
    }

    @Test
    void removalDeletesTheEntryAndTakesTheCertificateBack() {
        // Given
        Classroom room = Classroom.open("al-remove").enrolled("ada");
        put(room, room.username("ada"), "{}").statusCode(200);
        String publicId = room.certificate("ada", "verify_uuid");

        // When
        ValidatableResponse answer =
                room.as(Tokens.service()).delete(ENTRY, room.username("ada")).then();

        // Then
        answer.statusCode(204);
        assertThat(room.status("ada")).isEqualTo("unavailable");
        assertThat(room.certificate("ada", "reason")).isEqualTo("allowlist_removal");
        assertThat(room.certificate("ada", "verify_uuid")).isEqualTo(publicId);
        assertThat(Database.current()
                        .value(
                                "select changed_by from allowlist_entry_history"
                                        + " where course_key = ? and history_operation = '-'",
                                room.course()))
                .isEqualTo("service");
        room.asStaff()
                .delete(ENTRY, room.username("ada"))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("not_on_allowlist"));
    }

    @Test
    void theEntryOfALearnerWhoIsNotListedIsNotFound() {
        Classroom room = Classroom.open("al-none").enrolled("ada");

        room.asStaff()
                .get(ENTRY, room.username("ada"))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("not_on_allowlist"));
        room.asStaff().get(ENTRY, "al-nobody").then().statusCode(404).body("error_code", equalTo("learner_not_found"));
    }

    @Test
    void tellsWhyALearnerCannotBeAdded() {
        // Given
        Classroom room = Classroom.open("al-check")
                .enrolled("free", "listed", "barred")
                .unenrolled("gone")
                .passed("barred");
        put(room, room.username("listed"), "{}").statusCode(200);
        room.asStaff()
                .contentType("application/json")
                .body("{}")
                .put("/api/certificates/v1/course-runs/{c}/invalidations/{u}", room.username("barred"))
                .then()
                .statusCode(200);

        // Then
        canBeAdded(room, "free").body("can_be_added", equalTo(true), "reason", nullValue(), "message", nullValue());
        canBeAdded(room, "listed").body("can_be_added", equalTo(false), "reason", equalTo("already_listed"));
        canBeAdded(room, "barred").body("can_be_added", equalTo(false), "reason", equalTo("invalidated"));
        canBeAdded(room, "gone").body("can_be_added", equalTo(false), "reason", equalTo("not_enrolled"));
    }

    @Test
    void listsInPagesAndByLearner() {
        // Given
        Classroom room = Classroom.open("al-list").enrolled("ada", "bob", "carl");
        for (String who : new String[] {"ada", "bob", "carl"}) {
            put(room, room.username(who), "{}").statusCode(200);
        }

        // When
        ValidatableResponse first = room.asStaff().get(LIST + "?limit=2").then();
        String cursor = first.extract().path("next_cursor");
        ValidatableResponse second =
                room.asStaff().get(LIST + "?limit=2&cursor=" + cursor).then();

        // Then
        first.statusCode(200).body("results.user_name", contains(room.username("ada"), room.username("bob")));
        second.body("results.user_name", contains(room.username("carl")), "next_cursor", nullValue());
        room.asStaff()
                .queryParam("learner", room.email("bob"))
                .get(LIST)
                .then()
                .body("results.user_name", contains(room.username("bob")));
        room.asStaff().queryParam("learner", "al-nobody").get(LIST).then().body("results", hasSize(0));
    }

    @Test
    void onlyCourseAdministratorsAndServiceClientsMay() {
        // Given
        Classroom room = Classroom.open("al-access").enrolled("ada");
        String instructor = room.tokenOf("instructor");
        String courseStaff = room.tokenOf("staff");

        // Then
        for (String token : new String[] {courseStaff, Tokens.support(), Tokens.learner(room.id("ada"), "ada")}) {
            room.as(token).get(LIST).then().statusCode(403);
            room.as(token)
                    .get(ENTRY + "/can-be-added", room.username("ada"))
                    .then()
                    .statusCode(403);
            room.as(token).delete(ENTRY, room.username("ada")).then().statusCode(403);
            room.as(token)
                    .contentType("application/json")
                    .body("{}")
                    .put(ENTRY, room.username("ada"))
                    .then()
                    .statusCode(403);
        }
        room.as(instructor).get(LIST).then().statusCode(200);
        room.as(Tokens.service()).get(LIST).then().statusCode(200);
    }

    @Test
    void refusesKeysThatAreNoneUnknownRunsAndBadBodies() {
        Classroom room = Classroom.open("al-bad").enrolled("ada");
        Classroom unknown = new Classroom("al-unknown");

        room.asStaff()
                .pathParam("c", "nonsense")
                .get(LIST)
                .then()
                .statusCode(400)
                .body("error_code", equalTo("invalid_course_key"));
        unknown.asStaff().get(LIST).then().statusCode(404).body("error_code", equalTo("course_run_not_found"));
        put(room, room.username("ada"), "{\"notes\": \"" + "x".repeat(1001) + "\"}")
                .statusCode(400)
                .body("error_code", equalTo("invalid_request"));
        put(room, room.username("ada"), "{\"enabled\": \"perhaps\"}").statusCode(400);
        put(room, room.username("ada"), "").statusCode(400);
        room.asStaff().get(LIST + "?cursor=x").then().statusCode(400);
        room.asStaff().get(LIST + "?limit=0").then().statusCode(400);
    }

    private static ValidatableResponse put(Classroom room, String username, String body) {
        return room.asStaff()
                .contentType("application/json")
                .body(body)
                .put(ENTRY, username)
                .then();
    }

    private static ValidatableResponse canBeAdded(Classroom room, String who) {
        return room.asStaff()
                .get(ENTRY + "/can-be-added", room.username(who))
                .then()
                .statusCode(200);
    }
}
