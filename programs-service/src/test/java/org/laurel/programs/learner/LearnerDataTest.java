package org.laurel.programs.learner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What this service holds about a learner, for the learner to take along. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerDataTest {

    private static final String ID = "data-programs";
    private static final String NAME = "data.programs";
    private static final String COURSE = "course-v1:Data+Export+R1";

    @Test
    void holdsEverythingThatIsKnownOfTheLearner() {
        // Given
        Database.current().execute("""
                        insert into learner (learner_id, username, email, name, is_active, version, changed_at)
                        values (?, ?, 'ada@example.org', 'Ada', true, 1, now())
                        """, ID, NAME);
        Database.current().execute("""
                insert into certificate_version (learner_id, course_key, version, status, mode, occurred_at)
                values (?, ?, 1, 'downloadable', 'verified', '2026-03-01T12:00:00Z')
                """, ID, COURSE);
        Database.current().execute("""
                insert into course_credential (credential_uuid, learner_id, course_key, status, mode, created_at,
                    first_awarded_at, awarded_at, modified_at, version, changed_by, cause_id)
                values (gen_random_uuid(), ?, ?, 'awarded', 'verified', now(), now(), now(), now(), 1, 'somebody', 'c')
                """, ID, COURSE);
        Database.current().execute("""
                insert into mail (kind, learner_id, recipient, reply_to, subject, content, created_at, not_before, given_up_at,
                    error)
                values ('record_sent', ?, 'credit@partner.example', 'ada@example.org', 'Program record of Ada', 'The record',
                    now(), now(), now(), 'SMTP 550')
                """, ID);

        // When
        ValidatableResponse answer = get(Tokens.learner(ID, NAME), NAME);

        // Then
        answer.statusCode(200)
                .body("service", equalTo("programs"), "learner_id", equalTo(ID))
                .body("data.learner.username", contains(NAME))
                .body("data.learner.email", contains("ada@example.org"), "data.learner.name", contains("Ada"))
                .body("data.certificates.occurred_at", contains("2026-03-01T12:00:00Z"))
                .body("data.course_credentials.status", contains("awarded"))
                .body(
                        "data.mails.subject",
                        contains("Program record of Ada"),
                        "data.mails.text",
                        contains("The record"))
                .body("data.mails.recipient", contains("credit@partner.example"));
        get(Tokens.staff(), NAME).statusCode(200).body("learner_id", equalTo(ID));
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        String unknown = "nobody.programs";

        // When
        ValidatableResponse another = get(Tokens.learner("x", "x"), unknown);

        // Then
        another.statusCode(403).body("error_code", equalTo("forbidden"));
        get(Tokens.support(), unknown).statusCode(403).body("error_code", equalTo("forbidden"));
        get(Tokens.staff(), unknown).statusCode(404).body("error_code", equalTo("learner_not_found"));
        get(Tokens.service(), unknown).statusCode(404).body("error_code", equalTo("learner_not_found"));
        get(Tokens.learner("id-programs", unknown), unknown).statusCode(200).body("data", anEmptyMap());
    }

    @Test
    void asksWhoIsThere() {
        // When
        var answer = given().get("/api/programs/v1/learners/{username}/data", NAME);

        // Then
        answer.then().statusCode(401).body("error_code", equalTo("unauthorized"));
    }

    @Test
    void refusesAUsernameThatCannotBeStored() {
        // When
        ValidatableResponse answer = given().auth()
                .oauth2(Tokens.staff())
                .urlEncodingEnabled(false)
                .get("/api/programs/v1/learners/a%00b/data")
                .then();

        // Then
        answer.statusCode(400).body("error_code", equalTo("unstorable_text"));
    }

    private static ValidatableResponse get(String token, String username) {
        return given().auth()
                .oauth2(token)
                .get("/api/programs/v1/learners/{username}/data", username)
                .then();
    }
}
