package org.laurel.enrollment.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** An enrollment request that breaks several rules is refused by the first of them. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RuleOrderTest {

    private static final String BAD_FLAG = ", \"is_active\": \"true\"";
    private static final String BAD_FORCE = ", \"force_enrollment\": 1";
    private static final String BAD_ATTRIBUTES = ", \"enrollment_attributes\": [7]";

    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"user\": \"else\"}                                                                       | 400",
                "{\"user\": \"else\", \"course_details\": {\"course_id\": \"a+b\"}}                         | 400",
                "{\"email\": \"nobody@example.org\"}                                                        | 400",
                "{\"mode\": \"verified\", \"is_active\": 1}                                                 | 400"
            })
    void firstAsksForACourseId(String json, int status) {
        // Given
        scene.register("ada");

        // When
        var answer = Scene.post(scene.token("ada"), json);

        // Then
        answer.statusCode(status)
                .body("error_code", org.hamcrest.Matchers.matchesPattern("course_id_missing|invalid_course_key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"user\": \"else\", \"mode\": \"verified\"         | 404",
                ", \"user\": \"else\", \"is_active\": 1               | 404",
                ", \"email\": \"else@example.org\", \"is_active\": 1  | 404",
                ", \"mode\": \"verified\", \"is_active\": 1           | 403",
                ", \"mode\": \"\", \"force_enrollment\": 1            | 403",
                ", \"is_active\": 1                                   | 406"
            })
    void thenLooksAtWhoAsksForWhom(String members, int status) {
        // Given a learner who is not registered
        // When
        var answer = scene.enroll(scene.token("stranger"), members);

        // Then
        answer.statusCode(status);
    }

    @Test
    void readsAModeOfAnyLengthAndRefusesItLikeAnyOther() {
        // Given
        scene.open();
        scene.register("ada");
        String mode = ", \"mode\": \"" + "m".repeat(101) + "\"";

        // When
        var answer = scene.enroll(scene.token("ada"), mode);

        // Then
        answer.statusCode(403);
        scene.enrollAsService("ada", mode).statusCode(400).body("error_code", equalTo("mode_not_offered"));
    }

    @Test
    void doesNotKnowAnEmailAddressBeforeItLooksAtTheMode() {
        // Given the mode below, which the course run does not offer
        // When
        var answer = scene.enroll(Tokens.staff(), ", \"email\": \"nobody@example.org\", \"mode\": \"verified\"");

        // Then
        answer.statusCode(406);
    }

    @Test
    void keepsAnEmbargoBeforeItReadsTheFlags() {
        // Given
        scene.open();
        scene.register("ada");
        Scene.put("/learners/" + scene.id("ada") + "/profile", "{\"country\": \"KP\"}")
                .statusCode(200);

        // When
        var answer = scene.enroll(scene.token("ada"), BAD_FLAG);

        // Then
        answer.statusCode(403).contentType("application/problem+json").body("error_code", equalTo("embargo"));
        scene.enroll(scene.token("ada"), ", \"mode\": \"verified\"").body("error_code", equalTo("forbidden"));
        assertThat(scene.row("ada")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"is_active\": \"true\", \"force_enrollment\": 1 | 400 | invalid_is_active",
                ", \"force_enrollment\": 1                          | 400 | invalid_force_enrollment",
                ", \"email_opt_in\": \"yes\"                        | 400 | invalid_email_opt_in",
                ", \"enrollment_attributes\": [7]                   | 400 | request_vetoed",
                "''                                                 | 400 | request_vetoed"
            })
    void readsTheFlagsBeforeAPolicyJudgesTheRequest(String members, int status, String code) {
        // Given a course run that is not known
        scene.register("vetoed-request");

        // When
        var answer = scene.enroll(scene.token("vetoed-request"), members);

        // Then
        answer.statusCode(status).body("error_code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"mode\": \"honor\"                | 400 | mode_not_offered",
                ", \"enrollment_attributes\": [7]     | 403 | enrollment_vetoed",
                "''                                   | 403 | enrollment_vetoed"
            })
    void asksAPolicyWhenEveryRuleAllowsTheEnrollment(String members, int status, String code) {
        // Given
        scene.open("audit");
        scene.register("vetoed-enrollment");

        // When
        var answer = scene.enroll(scene.token("vetoed-enrollment"), members);

        // Then
        answer.statusCode(status).body("error_code", equalTo(code));
        assertThat(scene.row("vetoed-enrollment")).isEmpty();
    }

    @Test
    void showsAPolicysRefusalWhereClientsLookForIt() {
        // Given
        scene.open();
        scene.register("vetoed-enrollment");

        // When
        var answer = scene.enroll(scene.token("vetoed-enrollment"), "");

        // Then
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("message", equalTo("Not you."), "localizedMessage", equalTo("Du nicht."), "status", equalTo(403));
    }

    @Test
    void refusesAttributesThatItCannotReadAlsoOfALearnerWhoIsEnrolled() {
        // Given
        scene.open();
        scene.register("ada");
        scene.enroll(scene.token("ada"), "").statusCode(200);

        // When
        var answer = scene.enroll(scene.token("ada"), BAD_ATTRIBUTES);

        // Then
        answer.statusCode(400).body("error_code", equalTo("invalid_enrollment_attributes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"mode\": \"credit\", \"is_active\": false, \"enrollment_attributes\": [] | mode_mismatch",
                ", \"mode\": \"credit\", \"enrollment_attributes\": []                       | attributes_missing",
                ", \"mode\": \"masters\", \"enrollment_attributes\": [7]                     | mode_not_offered"
            })
    void judgesAChangeOfAnEnrollmentInTheOrderOfTheUpdatePath(String members, String code) {
        // Given
        scene.open("audit");
        scene.register("ada");
        scene.enrollAsService("ada", "").statusCode(200);

        // When
        var answer = scene.enrollAsService("ada", members);

        // Then
        answer.statusCode(400).body("error_code", equalTo(code));
        assertThat(scene.row("ada")).containsEntry("version", 1L);
    }

    @Test
    void asksForNoAttributesOfAnEnrollmentThatEnds() {
        // Given
        scene.open("audit", "credit");
        scene.register("ada");
        scene.enrollAsService("ada", ", \"mode\": \"credit\"").statusCode(200);

        // When
        var answer = scene.enrollAsService(
                "ada",
                ", \"is_active\": false, \"enrollment_attributes\":"
                        + " [{\"namespace\": \"order\", \"name\": \"order_number\", \"value\": \"1\"}]");

        // Then
        answer.statusCode(200).body("is_active", equalTo(false), "mode", equalTo("credit"));
    }

    @Test
    void leavesAnInactiveEnrollmentAloneWhenThatIsWhatIsAskedFor() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.enrollAsService("ada", ", \"mode\": \"verified\", \"is_active\": false")
                .statusCode(200);

        // When
        var answer = scene.enrollAsService("ada", ", \"is_active\": false");

        // Then
        answer.statusCode(200).body("is_active", equalTo(false), "mode", equalTo("verified"));
        assertThat(scene.row("ada")).containsEntry("version", 1L);
    }

    @Test
    void comesBackToAnEnrollmentWithItsFirstDate() {
        // Given
        scene.open();
        scene.register("ada");
        String created = scene.enrollAsService("ada", "").extract().path("created");
        scene.enrollAsService("ada", ", \"is_active\": false").statusCode(200);

        // When
        var answer = scene.enroll(scene.token("ada"), "");

        // Then
        answer.statusCode(200).body("is_active", equalTo(true), "created", equalTo(created));
    }

    @Test
    void keepsWhatTheCallerSaysOfMailAndItsHistory() {
        // Given
        scene.open();
        scene.register("ada");
        scene.enroll(scene.token("ada"), ", \"email_opt_in\": true, \"enterprise_uuid\": \"5f5b\"")
                .statusCode(200);
        scene.enroll(scene.token("ada"), ", \"email_opt_in\": true").statusCode(200);

        // When
        scene.enroll(scene.token("ada"), ", \"email_opt_in\": false").statusCode(200);

        // Then
        String path = "/learners/" + scene.id("ada") + "/email-opt-ins";
        Scene.get(Tokens.staff(), path)
                .statusCode(200)
                .body("size()", equalTo(1), "[0].org", equalTo("Test"), "[0].email_opt_in", equalTo(false));
        Scene.get(scene.token("ada"), path).statusCode(200);
        Scene.get(scene.token("ada"), "/learners/" + scene.id("ada") + "/data")
                .body("data.email_opt_ins[0].email_opt_in", equalTo(false));
        Scene.get(scene.token("bob"), path).statusCode(404);
        assertThat(Database.current()
                        .query(
                                "select opted_in from email_opt_in_history where learner_id = ? order by history_id",
                                scene.id("ada")))
                .extracting(row -> row.get("opted_in"))
                .containsExactly(true, false);
    }

    @Test
    void keepsNothingOfMailWhenItRefusesTheRequest() {
        // Given
        scene.register("ada");

        // When
        var answer = scene.enroll(scene.token("ada"), ", \"email_opt_in\": true");

        // Then
        answer.statusCode(400).body("error_code", equalTo("course_unknown"));
        Scene.get(Tokens.staff(), "/learners/" + scene.id("ada") + "/email-opt-ins")
                .body("size()", equalTo(0));
    }

    @Test
    void readsTheFlagsOnlyOfALearnerWhoIsKnown() {
        // Given a learner who is not registered
        // When
        var answer = scene.enroll(scene.token("stranger"), BAD_FORCE);

        // Then
        answer.statusCode(406);
    }
}
