package org.laurel.certificates.learner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.legacyimport.Imports;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What this service holds about a learner, for the learner to take along. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerDataTest {

    private static final String ID = "data-certificates";
    private static final String NAME = "data.certificates";
    private static final String COURSE = "course-v1:Data+Export+R1";

    @Test
    void holdsEverythingThatIsKnownOfTheLearner() {
        // Given
        Imports.imported(Imports.NDJSON, "", """
                        {"learner_id": "%s", "username": "%s", "email": "ada@example.org", "name": "Ada",
                         "course_key": "%s", "status": "downloadable", "mode": "honor", "grade": "0.9",
                         "created_at": "2012-08-01T10:00:00Z"}
                        """.replace("\n", "").formatted(ID, NAME, COURSE))
                .body("counts.imported", equalTo(1));
        insert("""
                insert into allowlist_entry (learner_id, course_key, allowlist, notes, created_at, modified_at, changed_by, cause_id)
                values (?, ?, true, 'staff only', now(), now(), 'somebody', 'c')
                """);

        // When
        ValidatableResponse answer = get(Tokens.learner(ID, NAME), NAME);

        // Then
        answer.statusCode(200)
                .body("service", equalTo("certificates"), "learner_id", equalTo(ID))
                .body("data.learner.email", contains("ada@example.org"))
                .body("data.certificates.status", contains("downloadable"))
                .body("data.certificates[0].created_at", equalTo("2012-08-01T10:00:00Z"))
                .body("data.allowlist.course_key", contains(COURSE));
        get(Tokens.staff(), NAME).statusCode(200).body(not(containsString("staff only")));
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        String unknown = "nobody.certificates";

        // When
        ValidatableResponse another = get(Tokens.learner("x", "x"), unknown);

        // Then
        another.statusCode(403).body("error_code", equalTo("forbidden"));
        get(Tokens.support(), unknown).statusCode(403);
        get(Tokens.staff(), unknown).statusCode(404).body("error_code", equalTo("learner_not_found"));
        get(Tokens.service(), unknown).statusCode(404);
        get(Tokens.learner("id-certificates", unknown), unknown).statusCode(200).body("data", anEmptyMap());
    }

    private static ValidatableResponse get(String token, String username) {
        return given().auth()
                .oauth2(token)
                .get("/api/certificates/v1/learners/{username}/data", username)
                .then();
    }

    private static void insert(String statement) {
        Database.current().execute(statement, ID, COURSE);
    }
}
