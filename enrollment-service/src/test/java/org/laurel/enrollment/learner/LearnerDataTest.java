package org.laurel.enrollment.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

/** What this service holds about a learner, for the learner to take along. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerDataTest {

    private final Scene scene = new Scene();

    @Test
    void holdsAccountProfileAndEnrollmentsWithTheirHistory() {
        // Given
        scene.open("audit", "verified");
        scene.register("ada");
        scene.putLearner("ada", scene.learnerJson("ada", "Ada L")).statusCode(200);
        Scene.put("/learners/" + scene.id("ada") + "/profile", "{\"city\": \"Leeds\", \"meta\": {\"a\": 1}}")
                .statusCode(200);
        scene.enrollAsService("ada", ", \"mode\": \"audit\"").statusCode(200);
        scene.enrollAsService(
                        "ada",
                        ", \"mode\": \"verified\", \"enrollment_attributes\": [{\"namespace\": \"n\", \"name\": \"a\","
                                + " \"value\": \"v\"}]")
                .statusCode(200);

        // When
        ValidatableResponse answer = Scene.get(scene.token("ada"), "/learners/" + scene.id("ada") + "/data");

        // Then
        answer.statusCode(200)
                .header("Cache-Control", equalTo("no-cache"))
                .body("service", equalTo("enrollment"), "learner_id", equalTo(scene.id("ada")))
                .body("data.account.name", contains("Ada L", "ada"))
                .body("data.account[0].email", equalTo(scene.email("ada")))
                .body("data.account[0].allow_certificate", equalTo(true))
                .body("data.profile[0].city", equalTo("Leeds"), "data.profile[0].meta.a", equalTo(1))
                .body("data.profile[0].bio", nullValue())
                .body("data.enrollments.course_key", contains(scene.course()))
                .body("data.enrollments[0].mode", equalTo("verified"))
                .body("data.enrollments[0].history.mode", contains("audit", "verified"))
                .body("data.enrollments[0].attributes[0].value", equalTo("v"))
                .body("data", not(hasKey("waiting_enrollments")));
        assertThat(answer.extract().asString()).doesNotContain("changed_by").doesNotContain("cause_id");
    }

    @Test
    void holdsTheTextsAndListsOfTheProfile() {
        // Given
        scene.register("ada");
        Database.current().execute("""
                insert into profile (learner_id, country, state, phone_number, language_proficiencies, social_links, meta,
                    changed_by, cause_id)
                values (?, 'US', 'MA', '+15551234', '["nl"]', '{"twitter": "https://example.org/ada"}', '{}', 'test/1', 'c')
                """, scene.id("ada"));

        // When
        ValidatableResponse answer = Scene.get(scene.token("ada"), "/learners/" + scene.id("ada") + "/data");

        // Then
        answer.statusCode(200)
                .body("data.profile[0].state", equalTo("MA"), "data.profile[0].phone_number", equalTo("+15551234"))
                .body("data.profile[0].language_proficiencies", contains("nl"))
                .body("data.profile[0].social_links.twitter", equalTo("https://example.org/ada"));
    }

    @Test
    void holdsWhatTheLearnerIsInHasAndAskedFor() {
        // Given
        scene.open();
        scene.register("ada");
        HeldBySql.everything(scene, "ada");

        // When
        ValidatableResponse answer = Scene.get(scene.token("ada"), "/learners/" + scene.id("ada") + "/data");

        // Then
        answer.statusCode(200)
                .body("data.course_roles.role", contains("instructor"))
                .body("data.cohort_memberships.cohort_name", contains("Early birds"))
                .body("data.cohort_memberships.is_member", contains(false))
                .body("data.groups.name", contains(HeldBySql.group(scene)))
                .body("data.entitlements.mode", contains("verified"), "data.entitlements.order_number", contains("o-1"))
                .body("data.preferences.key", contains("pref-lang"), "data.preferences.value", contains("nl"))
                .body("data.name_changes.state", contains("rejected", "pending"))
                .body(
                        "data.name_changes[0].name",
                        equalTo("Countess"),
                        "data.name_changes[0].rationale",
                        equalTo("title"))
                .body("data.email_change.email", contains(scene.email("countess")))
                .body("data.email_change[0].requested_at", equalTo("2026-01-02T00:00:00Z"))
                .body("data.registration[0].activated_at", equalTo("2026-01-02T00:00:00Z"))
                .body("data.retirements.state", contains("PENDING"))
                .body("data.retirements[0].cancelled_at", equalTo("2026-01-03T00:00:00Z"))
                .body("data.manual_enrollments.state_transition", contains("from unenrolled to enrolled", "allowed"));
        assertThat(answer.extract().asString())
                .doesNotContain("secret-", "changed_by", "request_id", "enrolled_by", "digest");
    }

    @Test
    void isForTheLearnerStaffAndServices() {
        // Given
        scene.register("ada");
        String path = "/learners/" + scene.id("ada") + "/data";

        // When
        ValidatableResponse another = Scene.get(scene.token("bob"), path);

        // Then
        another.statusCode(404).body("error_code", equalTo("learner_not_found"));
        Scene.get(Tokens.staff(), path).statusCode(200);
        Scene.get(Tokens.service(), path).statusCode(200);
        Scene.get(Tokens.support(), path).statusCode(404);
        Scene.get(Tokens.staff(), "/learners/" + scene.id("nobody") + "/data").statusCode(404);
        Scene.get(Tokens.staff(), "/learners/a%20b/data")
                .statusCode(400)
                .body("error_code", equalTo("invalid_learner_id"));
    }
}
