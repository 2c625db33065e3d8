package org.laurel.certificates.instructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.Classroom;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class ExceptionViewTest {

    private static final String PATH = "/courses/{c}/instructor/api/certificate_exception_view/";
    private static final String DAY =
            "(January|February|March|April|May|June|July|August|September|October|November|December) [0-3][0-9], 20[0-9]{2}";

    @Test
    void addsALearnerByUsernameOrByEmailAddress() {
        // Given
        Classroom room = Classroom.open("ev-add").enrolled("ada", "bob");

        // When
        ValidatableResponse byName =
                add(room, "{\"user_name\": \"%s\", \"notes\": \"was ill\"}".formatted(room.username("ada")));
        ValidatableResponse byEmail =
                add(room, "{\"user_name\": \"\", \"user_email\": \"%s\"}".formatted(room.email("bob")));

        // Then
        byName.statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", containsString("no-store"))
                .body("id", notNullValue(), "user_id", equalTo(room.id("ada")))
                .body("user_name", equalTo(room.username("ada")), "user_email", equalTo(room.email("ada")))
                .body("certificate_generated", matchesPattern(DAY), "created", matchesPattern(DAY));
        byEmail.statusCode(200).body("user_name", equalTo(room.username("bob")));
        assertThat(room.status("ada")).isEqualTo("downloadable");
        assertThat(Database.current()
                        .value(
                                "select notes from allowlist_entry where learner_id = ? and course_key = ?",
                                room.id("ada"),
                                room.course()))
                .isEqualTo("was ill");
    }

    @Test
    void tellsNoDayWhereNothingIsGranted() {
        // Given
        Classroom room = Classroom.open("ev-pending").enrolled("ada");
        Database.current()
                .execute(
                        "insert into run_policy (course_key, occurred_at, automatic_generation, pdf_generation,"
                                + " self_generation_enabled, language_specific_templates_enabled, changed_by, cause_id)"
                                + " values (?, '2026-02-03T04:11:00Z', false, false, false, false, 'test', 'test')",
                        room.course());

        // When
        ValidatableResponse answer = add(room, "{\"user_name\": \"%s\"}".formatted(room.username("ada")));

        // Then
        answer.statusCode(200).body("certificate_generated", nullValue());
    }

    @Test
    void refusesWithAMessage() {
        // Given
        Classroom room = Classroom.open("ev-refused")
                .enrolled("listed", "barred")
                .unenrolled("gone")
                .passed("barred");
        add(room, "{\"user_name\": \"%s\"}".formatted(room.username("listed"))).statusCode(200);
        room.asStaff()
                .contentType("application/json")
                .body("{\"user\": \"%s\"}".formatted(room.username("barred")))
                .post("/courses/{c}/instructor/api/certificate_invalidation_view/")
                .then()
                .statusCode(200);

        // Then
        refused(add(room, "{\"user_name\": \"%s\"}".formatted(room.username("listed"))), "on the allowlist already");
        refused(add(room, "{\"user_name\": \"%s\"}".formatted(room.username("barred"))), "is invalidated");
        refused(add(room, "{\"user_name\": \"%s\"}".formatted(room.username("gone"))), "not actively enrolled");
        refused(add(room, "{\"user_name\": \"ev-nobody\"}"), "ev-nobody does not exist");
        refused(add(room, "{\"user_name\": \" \"}"), "Enter the username");
        refused(add(room, "{}"), "Enter the username");
        refused(add(room, "no json"), "Enter the username");
        refused(add(room, ""), "Enter the username");
        refused(add(room, "[1]"), "Enter the username");
    }

    @Test
    void anEntryThatWasDisabledCanBeAddedAgain() {
        // Given
        Classroom room = Classroom.open("ev-disabled").enrolled("ada");
        room.asStaff()
                .contentType("application/json")
                .body("{\"enabled\": false}")
                .put("/api/certificates/v1/course-runs/{c}/allowlist/{u}", room.username("ada"))
                .then()
                .statusCode(200);

        // When
        ValidatableResponse answer = add(room, "{\"user_name\": \"%s\"}".formatted(room.username("ada")));

        // Then
        answer.statusCode(200);
        assertThat(room.status("ada")).isEqualTo("downloadable");
    }

    @Test
    void removesALearnerAndTakesTheCertificateBack() {
        // Given
        Classroom room = Classroom.open("ev-remove").enrolled("ada");
        String body = "{\"user_name\": \"%s\"}".formatted(room.username("ada"));
        add(room, body).statusCode(200);

        // When
        ValidatableResponse answer = remove(room, body);

        // Then
        answer.statusCode(204).header("Cache-Control", containsString("no-cache"));
        assertThat(room.certificate("ada", "reason")).isEqualTo("allowlist_removal");
        refused(remove(room, body), "no certificate exception");
        refused(remove(room, "{\"user_name\": \"ev-nobody\"}"), "does not exist");
        refused(remove(room, "{}"), "Enter the username");
    }

    @Test
    void onlyCourseAdministratorsMay() {
        // Given
        Classroom room = Classroom.open("ev-access").enrolled("ada");
        String body = "{\"user_name\": \"%s\"}".formatted(room.username("ada"));

        // Then
        for (String token : new String[] {
            room.tokenOf("staff"),
            room.tokenOf("data_researcher"),
            Tokens.support(),
            Tokens.service(),
            Tokens.learner(room.id("ada"), room.username("ada"))
        }) {
            room.as(token)
                    .contentType("application/json")
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(403)
                    .header("Cache-Control", containsString("no-store"));
            room.as(token)
                    .contentType("application/json")
                    .body(body)
                    .delete(PATH)
                    .then()
                    .statusCode(403);
        }
        assertThat(room.rows("allowlist_entry", "")).isZero();
        room.as(room.tokenOf("instructor"))
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(200);
    }

    @Test
    void keysThatAreNoneAndUnknownRunsAreNotFound() {
        Classroom unknown = new Classroom("ev-unknown");

        add(unknown, "{}").statusCode(404).header("Cache-Control", containsString("no-store"));
        remove(unknown, "{}").statusCode(404);
        unknown.asStaff()
                .pathParam("c", "nonsense")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(404);
        unknown.asStaff().get(PATH).then().statusCode(405);
    }

    @Test
    void refusesNotesThatAreTooLong() {
        // Given
        Classroom room = Classroom.open("ev-long").enrolled("ada");

        // When
        ValidatableResponse answer = add(
                room, "{\"user_name\": \"%s\", \"notes\": \"%s\"}".formatted(room.username("ada"), "x".repeat(1_001)));

        // Then
        refused(answer, "The notes about " + room.username("ada") + " have more than 1,000 characters. Shorten them.");
    }

    private static void refused(ValidatableResponse answer, String message) {
        answer.statusCode(400)
                .contentType("application/json")
                .body("success", equalTo(false), "message", containsString(message));
    }

    private static ValidatableResponse add(Classroom room, String body) {
        return room.asStaff()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse remove(Classroom room, String body) {
        return room.asStaff()
                .contentType("application/json")
                .body(body)
                .delete(PATH)
                .then();
    }
}
