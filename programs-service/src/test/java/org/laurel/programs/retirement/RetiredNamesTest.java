package org.laurel.programs.retirement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;
import org.laurel.programs.Story;

/** What came in past a retirement, from a restored backup for instance, is found and erased. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RetiredNamesTest {

    @Test
    void erasesWhatCameInPastARetirement() {
        // Given
        Story story = new Story("aaa-name-left");
        Database.current()
                .execute("insert into retired_person (learner_id, retired_at) values (?, now())", story.learnerId());
        Database.current()
                .execute(
                        "insert into learner (learner_id, username, email, name, is_active, version, changed_at)"
                                + " values (?, ?, 'ada@example.org', 'Ada Byron', true, 1, now())",
                        story.learnerId(),
                        story.username());
        purge("{\"dry_run\": true}")
                .statusCode(200)
                .body("dry_run", equalTo(true), "rows", greaterThanOrEqualTo(3), "learners", greaterThanOrEqualTo(1))
                .body("first", hasItem(story.learnerId()));

        // When
        ValidatableResponse answer = purge("{}");

        // Then
        answer.statusCode(202).body("dry_run", equalTo(false));
        await("the names are gone").atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            assertThat(Database.current()
                            .query(
                                    "select 1 from learner where learner_id = ? and username || email || name <> ''",
                                    story.learnerId()))
                    .isEmpty();
            purge("{\"dry_run\": true}").body("first", not(hasItem(story.learnerId())));
        });
    }

    private static ValidatableResponse purge(String body) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post("/api/programs/v1/learners:purge-retired-names")
                .then();
    }
}
