package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

/** What the two switches do, and the learner's own request. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class SelfGenerationTest {

    private static final String DATES = "laurel.certificate-dates";

    @Inject
    Auditorium auditorium;

    @AfterEach
    void switchOff() {
        policy("{\"identity_verification_required\": false}");
        global(false);
    }

    /** Scenario 54, from the first setting of the global switch on; before it, it is off. */
    @ParameterizedTest
    @CsvSource({
        "1, , , false",
        "2, false, , false",
        "3, false, true, false",
        "4, true, , false",
        "5, true, false, false",
        "6, true, true, true"
    })
    void bothSwitchesMustBeOn(int row, @Nullable Boolean global, @Nullable Boolean course, boolean enabled) {
        CourseKey key = auditorium.open("switches-" + row);
        try (KafkaProbe probe = KafkaProbe.fromNow(DATES)) {
            // Given
            if (global != null) {
                global(global);
            }

            // When
            if (course != null) {
                patch(key, "{\"self_generation_enabled\": %s}".formatted(course))
                        .statusCode(200);
            }

            // Then
            Runs.get(key, "settings").body("effective.self_generation", equalTo(enabled));
            if (course != null) {
                List<ReceivedEvent> events =
                        probe.awaitEvents(DATES, 1, event -> key.value().equals(event.key()));
                assertThat(events.getFirst().type()).isEqualTo("org.laurel.certificate-generation.switched.v1");
                assertThat(events.getFirst().body().get("enabled").asBoolean()).isEqualTo(course);
            }
        }
    }

    @Test
    void settingTheSameAgainIsToldAgainAndAnyOtherChangeIsNot() {
        CourseKey key = auditorium.open("told");
        try (KafkaProbe probe = KafkaProbe.fromNow(DATES)) {
            // Given
            patch(key, "{\"self_generation_enabled\": true}").statusCode(200);
            patch(key, "{\"pdf_generation\": false, \"include_hours_of_effort\": true}")
                    .statusCode(200);

            // When
            patch(key, "{\"self_generation_enabled\": true}").statusCode(200);

            // Then
            patch(key, "{\"self_generation_enabled\": false}").statusCode(200);
            assertThat(probe.awaitEvents(DATES, 3, event -> key.value().equals(event.key())))
                    .extracting(event -> event.body().get("enabled").asBoolean())
                    .containsExactly(true, true, false);
        }
    }

    @Test
    void aChangeOfPacingSwitches() {
        // Given
        CourseKey key = auditorium.open("paced");
        patch(key, "{\"self_generation_enabled\": true}").statusCode(200);

        // When
        auditorium.pace(key, 2, false);

        // Then
        assertThat(newestSelfGeneration(key)).isEqualTo("false");
        auditorium.pace(key, 3, true);
        assertThat(newestSelfGeneration(key)).isEqualTo("true");
    }

    @Test
    void grantsOnRequestAndAskingAgainChangesNothing() {
        // Given
        CourseKey key = allowed("asked");
        LearnerId learner = auditorium.enroll(key, "asked", 1, true).getFirst();

        // When
        ValidatableResponse first = ask(learner, key.value());

        // Then
        first.statusCode(200).body(equalTo(""));
        assertThat(Database.current()
                        .value("select generation_mode from certificate where course_key = ?", key.value()))
                .isEqualTo("self");
        ask(learner, key.value()).statusCode(400).body("error_code", equalTo("already_available"));
        assertThat(Auditorium.versions(key)).isEqualTo(1);
        assertThat(Database.current()
                        .query("select 1 from standing_fact where course_key = ? and kind = 11", key.value()))
                .hasSize(1);
    }

    @Test
    void refusesInTheOrderThatClientsKnow() {
        // Given
        CourseKey key = auditorium.open("refused");
        LearnerId failing = auditorium.enroll(key, "refused-f", 1, false).getFirst();
        LearnerId vetoed = auditorium.enroll(key, "refused-vetoed", 1, true).getFirst();

        // When
        ValidatableResponse anonymous =
                given().post("/courses/nonsense/generate_user_cert").then();

        // Then
        anonymous.statusCode(400).body("error_code", equalTo("not_signed_in"));
        ask(failing, "nonsense").statusCode(400).body("error_code", equalTo("invalid_course_key"));
        ask(failing, "course-v1:No+Such+Run").statusCode(400).body("error_code", equalTo("course_run_not_found"));
        ask(failing, key.value()).statusCode(400).body("error_code", equalTo("self_generation_disabled"));
        global(true);
        ask(failing, key.value()).statusCode(400).body("error_code", equalTo("self_generation_disabled"));
        patch(key, "{\"self_generation_enabled\": true}").statusCode(200);
        ask(failing, key.value())
                .statusCode(400)
                .body("error_code", equalTo("not_passing"))
                .body("detail", notNullValue());
        ask(new LearnerId("unheard-of"), key.value()).statusCode(400).body("error_code", equalTo("not_passing"));
        ask(vetoed, key.value())
                .statusCode(400)
                .body("error_code", equalTo("generation_not_allowed"))
                .body("detail", equalTo("Sanctions list."));
        assertThat(Auditorium.versions(key)).isZero();
    }

    @Test
    void askingAgainAndAgainKeepsOneRequestUntilSomethingHappens() {
        // Given
        CourseKey key = allowed("asked-often");
        LearnerId vetoed = auditorium.enroll(key, "asked-often-vetoed", 1, true).getFirst();
        LearnerId unverified = auditorium.enroll(key, "asked-often", 1, true).getFirst();

        // When
        for (int time = 0; time < 4; time++) {
            ask(vetoed, key.value()).statusCode(400).body("error_code", equalTo("generation_not_allowed"));
        }
        policy("{\"identity_verification_required\": true}");
        for (int time = 0; time < 4; time++) {
            ask(unverified, key.value()).statusCode(200);
        }

        // Then
        assertThat(Auditorium.certificates(key, "unverified")).isEqualTo(1);
        assertThat(requests(key, unverified)).isEqualTo(1);
        assertThat(requests(key, vetoed)).isEqualTo(1);
        policy("{\"identity_verification_required\": false}");
        ask(unverified, key.value()).statusCode(200);
        assertThat(Auditorium.certificates(key, "downloadable")).isEqualTo(1);
        assertThat(requests(key, unverified)).isEqualTo(2);
    }

    @Test
    void whoHasACertificateThatDoesNotShowYetLeavesNoTrace() {
        // Given
        CourseKey key = allowed("asked-early");
        LearnerId learner = auditorium.enroll(key, "asked-early", 1, true).getFirst();
        ask(learner, key.value()).statusCode(200);
        auditorium.pace(key, 2, false);
        patch(key, "{\"self_generation_enabled\": true}").statusCode(200);

        // When
        ValidatableResponse again = ask(learner, key.value());

        // Then
        again.statusCode(200);
        assertThat(requests(key, learner)).isEqualTo(1);
        assertThat(Auditorium.versions(key)).isEqualTo(1);
    }

    @Test
    void inAnObservedCourseRunARequestIsKeptOnceToo() {
        // Given
        CourseKey key = allowed("asked-observed");
        LearnerId learner = auditorium.enroll(key, "asked-observed", 1, true).getFirst();
        patch(key, "{\"mode\": \"observe\"}").statusCode(200);

        // When
        for (int time = 0; time < 3; time++) {
            ask(learner, key.value()).statusCode(200);
        }

        // Then
        assertThat(requests(key, learner)).isEqualTo(1);
        assertThat(Auditorium.versions(key)).isZero();
    }

    /** The original queues a task for such a learner and yet answers 400; the certificate is there, so the answer says so. */
    @Test
    void theAllowlistCountsLikeAPassingGrade() {
        // Given
        CourseKey key = allowed("asked-listed");
        LearnerId learner = auditorium.enroll(key, "asked-listed", 1, false).getFirst();
        auditorium.tell(key, learner, new Fact.Allowlisted(Auditorium.order(3, Fact.Allowlisted.KIND), Entry.ENABLED));

        // When
        ValidatableResponse answer = ask(learner, key.value());

        // Then
        answer.statusCode(200);
        assertThat(Auditorium.certificates(key, "downloadable")).isEqualTo(1);
    }

    private CourseKey allowed(String word) {
        CourseKey key = auditorium.open(word);
        global(true);
        patch(key, "{\"self_generation_enabled\": true}").statusCode(200);
        return key;
    }

    private static ValidatableResponse ask(LearnerId learner, String course) {
        return given().auth()
                .oauth2(Tokens.learner(learner.value(), learner.value().replace("id-", "user-")))
                .post("/courses/{course}/generate_user_cert", course)
                .then();
    }

    private static ValidatableResponse patch(CourseKey key, String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(Runs.BASE + "settings", key.value())
                .then();
    }

    private static void global(boolean enabled) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body("{\"enabled\": %s}".formatted(enabled))
                .put("/api/certificates/v1/generation-configuration")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(enabled));
    }

    private static int requests(CourseKey key, LearnerId learner) {
        return Database.current()
                .query(
                        "select 1 from standing_fact where course_key = ? and learner_id = ? and kind = ?",
                        key.value(),
                        learner.value(),
                        Fact.Requested.KIND)
                .size();
    }

    private static void policy(String body) {
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/certificates/v1/policy")
                .then()
                .statusCode(200);
    }

    private static @Nullable String newestSelfGeneration(CourseKey key) {
        return Database.current()
                .value(
                        "select self_generation_enabled from run_policy where course_key = ? order by id desc limit 1",
                        key.value());
    }
}
