package org.laurel.completion.learner;

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

    private static final String ID = "data-completion";
    private static final String NAME = "data.completion";
    private static final String COURSE = "course-v1:Data+Export+R1";

    @Test
    void holdsEverythingThatIsKnownOfTheLearner() {
        // Given
        Database.current()
                .execute("insert into learner (learner_id, username, occurred_at) values (?, ?, now())", ID, NAME);
        Database.current().execute("insert into enrollment values (?, ?, true, 1, 'audit')", ID, COURSE);
        Database.current().execute("""
                insert into block_completion (learner_id, course_key, block_key, completion, occurred_at, sequence, source, event_id,
                                              changed_at)
                values (?, ?, 'block', 500000000, '2026-03-01T12:00:00Z', -1, '/x', 'e', '2026-03-01T12:00:00Z')
                """, ID, COURSE);

        // When
        ValidatableResponse answer = get(Tokens.learner(ID, NAME), NAME);

        // Then
        answer.statusCode(200)
                .body("service", equalTo("completion"), "learner_id", equalTo(ID))
                .body("data.enrollments.course_key", contains(COURSE))
                .body("data.block_completions.completion", contains(0.5f))
                .body("data.block_completions.occurred_at", contains("2026-03-01T12:00:00Z"));
        get(Tokens.staff(), NAME).statusCode(200).body("learner_id", equalTo(ID));
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        String unknown = "nobody.completion";

        // When
        ValidatableResponse another = get(Tokens.learner("x", "x"), unknown);

        // Then
        another.statusCode(403).body("error_code", equalTo("forbidden"));
        get(Tokens.support(), unknown).statusCode(403);
        get(Tokens.staff(), unknown).statusCode(404).body("error_code", equalTo("learner_not_found"));
        get(Tokens.service(), unknown).statusCode(404);
        get(Tokens.learner("id-completion", unknown), unknown).statusCode(200).body("data", anEmptyMap());
    }

    private static ValidatableResponse get(String token, String username) {
        return given().auth()
                .oauth2(token)
                .get("/api/completion/v1/learners/{username}/data", username)
                .then();
    }
}
