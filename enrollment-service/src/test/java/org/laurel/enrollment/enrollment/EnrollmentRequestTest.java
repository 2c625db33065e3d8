package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** Asking for an enrollment: who may, what is refused in which order, what the answer looks like. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class EnrollmentRequestTest {

    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"course_details\": {}}",
                "{\"course_details\": {\"course_id\": \"no-key\"}}",
                "{\"user\": \"somebody-else\"}",
                "{\"course_details\": 7}"
            })
    void asksForACourseIdBeforeAnythingElse(String json) {
        // Given the JSON above

        // When
        var answer = Scene.post(scene.token("ada"), json);

        // Then
        answer.statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {", \"user\": \"somebody-else\"", ", \"email\": \"ada@example.org\", \"mode\": \"verified\""})
    void hidesOtherLearnersBeforeItLooksAtTheMode(String members) {
        // Given
        scene.register("ada");

        // When
        var answer = scene.enroll(scene.token("ada"), members);

        // Then
        answer.statusCode(404);
    }

    @Test
    void forbidsALearnerToChooseAPaidModeEvenWhenNotRegistered() {
        // Given
        scene.open("audit", "verified");

        // When
        var answer = scene.enroll(scene.token("stranger"), ", \"mode\": \"verified\"");

        // Then
        answer.statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"user\": \"nobody-at-all\"", ", \"email\": \"nobody@example.org\""})
    void doesNotKnowTheLearnerBeforeItLooksAtTheFlags(String members) {
        // Given
        scene.open();

        // When
        var answer = scene.enroll(Tokens.service(), members + ", \"is_active\": \"yes\"");

        // Then
        answer.statusCode(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"is_active\": \"true\"",
                ", \"is_active\": 1",
                ", \"force_enrollment\": \"true\"",
                ", \"enrollment_attributes\": {}",
                ", \"enrollment_attributes\": [{\"namespace\": \"credit\", \"name\": \"provider_id\"}]",
                ", \"enrollment_attributes\": [1]",
                ", \"cohort\": \"Group A\""
            })
    void refusesWhatItCannotReadAndStoresNothing(String members) {
        // Given
        scene.open();
        scene.register("ada");

        // When
        var answer = scene.enrollAsService("ada", members);

        // Then
        answer.statusCode(400);
        assertThat(scene.row("ada")).isEmpty();
    }

    @Test
    void enrollsALearnerInTheDefaultMode() {
        // Given
        scene.putCourse("{\"display_name\": \"Intro\", \"start\": \"2026-01-01T00:00:00Z\"}")
                .statusCode(201);
        scene.register("ada");

        // When
        var answer = scene.enroll(scene.token("ada"), "");

        // Then
        answer.statusCode(200)
                .body(
                        "created", notNullValue(),
                        "mode", equalTo("audit"),
                        "is_active", equalTo(true),
                        "user", equalTo(scene.username("ada")),
                        "course_details.course_id", equalTo(scene.course()),
                        "course_details.course_name", equalTo("Intro"),
                        "course_details.course_start", equalTo("2026-01-01T00:00:00Z"),
                        "course_details.invite_only", equalTo(false),
                        "course_details.pacing_type", equalTo("Instructor Paced"),
                        "course_details.course_modes.slug", contains("audit"),
                        "course_details.course_modes[0].currency", equalTo("usd"));
    }

    @Test
    void findsALearnerByEmailAddressForAServiceClient() {
        // Given
        scene.open();
        scene.register("ada");

        // When
        var answer = scene.enroll(Tokens.service(), ", \"email\": \"" + scene.email("ada") + "\"");

        // Then
        answer.statusCode(200).body("user", equalTo(scene.username("ada")));
    }

    @Test
    void answersTheSameEnrollmentWhenALearnerAsksAgain() {
        // Given
        scene.open("audit", "honor");
        scene.register("ada");
        scene.enroll(scene.token("ada"), "").statusCode(200);

        // When
        var answer = scene.enroll(scene.token("ada"), ", \"mode\": \"honor\", \"is_active\": false");

        // Then
        answer.statusCode(200).body("mode", equalTo("audit"), "is_active", equalTo(true));
        assertThat(scene.row("ada")).containsEntry("version", 1L);
    }

    @ParameterizedTest
    @CsvSource({"course_unknown,''", "mode_not_offered,verified"})
    void refusesWhatTheCourseRunDoesNotOffer(String code, String mode) {
        // Given
        scene.register("ada");
        if (!mode.isEmpty()) {
            scene.open("audit");
        }

        // When
        var answer = scene.enrollAsService("ada", mode.isEmpty() ? "" : ", \"mode\": \"" + mode + "\"");

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
    }

    @Test
    void showsTheModesThatThereAreWhenItRefusesOne() {
        // Given
        scene.open("audit", "honor");
        scene.register("ada");

        // When
        var answer = scene.enrollAsService("ada", ", \"mode\": \"verified\"");

        // Then
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "message", notNullValue(),
                        "course_details.course_id", equalTo(scene.course()),
                        "course_details.course_modes.slug", contains("audit", "honor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"invitation_only\": true}                      | invitation_only",
                "{\"max_enrollments\": 0}                         | course_full",
                "{\"enrollment_end\": \"2020-01-01T00:00:00Z\"}   | enrollment_closed",
                "{\"enrollment_start\": \"2999-01-01T00:00:00Z\"} | enrollment_closed"
            })
    void enrollsInAClosedCourseRunOnlyWhenStaffForceIt(String course, String code) {
        // Given
        scene.putCourse(course).statusCode(201);
        scene.register("ada");
        String forced = ", \"force_enrollment\": true, \"user\": \"" + scene.username("ada") + "\"";
        scene.enroll(scene.token("ada"), forced).statusCode(400).body("error_code", equalTo(code));
        scene.enroll(Tokens.service(), forced).statusCode(400).body("error_code", equalTo(code));

        // When
        var answer = scene.enroll(Tokens.staff(), forced);

        // Then
        answer.statusCode(200);
    }

    @Test
    void refusesToDeactivateInAnotherMode() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);

        // When
        var answer = scene.enrollAsService("ada", ", \"mode\": \"verified\", \"is_active\": false");

        // Then
        answer.statusCode(400).body("error_code", equalTo("mode_mismatch"));
        assertThat(scene.row("ada")).containsEntry("mode", "audit").containsEntry("is_active", true);
    }

    @Test
    void takesAnExpiredModeFromAServiceClientOnly() {
        // Given
        scene.putCourse("{}").statusCode(201);
        scene.putModes(
                        "[{\"slug\": \"audit\"}, {\"slug\": \"verified\", \"expiration_datetime\": \"2020-01-01T00:00:00Z\"}]")
                .statusCode(200);
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);
        String upgrade = ", \"mode\": \"verified\", \"user\": \"" + scene.username("ada") + "\"";
        scene.enroll(Tokens.staff(), upgrade).statusCode(400).body("error_code", equalTo("mode_not_offered"));

        // When
        var answer = scene.enroll(Tokens.service(), upgrade);

        // Then
        answer.statusCode(200).body("mode", equalTo("verified"));
    }

    @Test
    void asksForTheProviderOfACreditAndReplacesAttributes() {
        // Given
        scene.open("audit", "credit");
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);
        scene.enrollAsService("ada", ", \"mode\": \"credit\"" + attributes("order", "number"))
                .statusCode(400)
                .body("error_code", equalTo("attributes_missing"));
        scene.enrollAsService("ada", ", \"mode\": \"credit\"" + attributes("credit", "provider_id"))
                .statusCode(200)
                .body("mode", equalTo("credit"));

        // When
        scene.enrollAsService("ada", attributes("order", "order_number")).statusCode(200);

        // Then
        assertThat(Database.current()
                        .query("select name from enrollment_attribute where learner_id = ?", scene.id("ada")))
                .extracting(row -> row.get("name"))
                .containsExactly("order_number");
    }

    private static String attributes(String namespace, String name) {
        return ", \"enrollment_attributes\": [{\"namespace\": \"%s\", \"name\": \"%s\", \"value\": \"x\"}]"
                .formatted(namespace, name);
    }
}
