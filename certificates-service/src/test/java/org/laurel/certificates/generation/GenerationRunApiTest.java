package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.course.domain.IssuingMode;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.Fact.Allowlisted.Entry;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GenerationRunApiTest {

    private static final String CERTIFICATES = "laurel.certificates";

    @Inject
    Auditorium auditorium;

    @Test
    void grantsWhoIsEligibleAndCountsTheOthersByTheFirstRuleThatFails() {
        // Given
        CourseKey course = auditorium.open("regular");
        auditorium.enroll(course, "regular-pass", 3, true);
        auditorium.enroll(course, "regular-fail", 2, false);
        auditorium.enroll(course, "regular-vetoed", 1, true);
        auditorium.tell(
                course,
                auditorium.enroll(course, "regular-left", 1, true).getFirst(),
                new Fact.Enrolled(Auditorium.order(5, Fact.Enrolled.KIND), "verified", false));

        // When
        var answer = Runs.post(course, "generation-runs", "{\"reason\": \"end of term\"}");

        // Then
        long id = answer.statusCode(202)
                .body("total", equalTo(6))
                .extract()
                .jsonPath()
                .getLong("id");
        answer.header("Location", endsWith("/api/certificates/v1/generation-runs/" + id));
        JsonPath run = Runs.awaitState(id, "done");
        assertThat(run.getInt("done")).isEqualTo(6);
        assertThat(run.getInt("counts.granted")).isEqualTo(3);
        assertThat(run.getInt("counts.not_eligible")).isEqualTo(2);
        assertThat(run.getInt("counts.not_eligible_by_rule.passing_grade")).isEqualTo(2);
        assertThat(run.getInt("counts.vetoed")).isEqualTo(1);
        assertThat(run.getString("reason")).isEqualTo("end of term");
        assertThat(run.getString("finished_at")).isNotNull();
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(3);
        assertThat(Database.current()
                        .query(
                                "select distinct c.change_reason, r.change_reason as of_run from certificate_history c"
                                        + " left join generation_run r on c.cause_id = 'job:' || r.job_id"
                                        + " where c.course_key = ? and c.status = 'downloadable'",
                                course.value()))
                .as("certificates lead to the run, which has the reason")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("change_reason")).isNull();
                    assertThat(row.get("of_run")).isEqualTo("end of term");
                });
        Runs.get(course, "generation-runs?is_regeneration=false&generated_by=STAFF")
                .body("results", hasSize(1))
                .body("results[0].task_name", equalTo("Generated"))
                .body("results[0].candidates", equalTo("All learners"))
                .body("results[0].details", equalTo("All Learners"))
                .body("results[0].generated_by", equalTo("staff"))
                .body("next_cursor", nullValue());
    }

    @Test
    void aRegularRunLeavesOutWhoHasACertificateInThisCourseRunOnly() {
        // Given
        CourseKey course = auditorium.open("again");
        CourseKey other = auditorium.open("again-other");
        List<LearnerId> learners = auditorium.enroll(course, "again", 2, true);
        auditorium.enroll(other, "again", 2, true);
        Runs.awaitState(Runs.start(other, "{}"), "done");
        auditorium.tell(other, learners.getFirst(), new Fact.Invalidated(later(Fact.Invalidated.KIND), true));

        // When
        long first = Runs.start(course, "{}");

        // Then
        assertThat(Runs.awaitState(first, "done").getInt("counts.granted")).isEqualTo(2);
        long second = Runs.start(course, "{}");
        assertThat(Runs.awaitState(second, "done").getInt("total")).isZero();
    }

    /** Scenario 68 as decision 5 has it: the certificates are refreshed. */
    @Test
    void regeneratingDownloadableOnesRefreshesThemUnderTheSamePublicId() {
        CourseKey course = auditorium.open("refresh");
        LearnerId learner = auditorium.enroll(course, "refresh", 1, true).getFirst();
        try (KafkaProbe probe = KafkaProbe.fromNow(CERTIFICATES)) {
            // Given
            Runs.awaitState(Runs.start(course, "{}"), "done");
            probe.awaitEvents(CERTIFICATES, 2, event -> learner.value().equals(event.key()));
            auditorium.rename(learner, "Ada Lovelace");

            // When
            long id = Runs.start(course, "{\"statuses\": [\"downloadable\"]}");

            // Then
            assertThat(Runs.awaitState(id, "done").getInt("counts.regenerated")).isEqualTo(1);
            List<ReceivedEvent> events =
                    probe.awaitEvents(CERTIFICATES, 3, event -> learner.value().equals(event.key()));
            assertThat(events)
                    .extracting(event -> event.body().get("version").asInt())
                    .containsExactly(1, 1, 2);
            assertThat(events.get(2).type()).isEqualTo("org.laurel.course-cert.changed.v1");
            assertThat(events.get(2).body().get("name").asText()).isEqualTo("Ada Lovelace");
            assertThat(events)
                    .extracting(event -> event.body().get("verify_uuid").asText())
                    .containsOnly(events.getFirst().body().get("verify_uuid").asText());
            Runs.get(course, "generation-runs?is_regeneration=true")
                    .body("results.task_name", contains("Regenerated"))
                    .body("results.candidates", contains("already received"))
                    .body("results.details", contains("Received"));
        }
    }

    @Test
    void takesTheAllowlistAndOneLearnerAndLists() {
        // Given
        CourseKey course = auditorium.open("sets");
        List<LearnerId> learners = auditorium.enroll(course, "sets", 4, false);
        auditorium.tell(
                course,
                learners.get(2),
                new Fact.Allowlisted(Auditorium.order(3, Fact.Allowlisted.KIND), Entry.ENABLED));
        String list = "{\"learners\": [\"user-sets-10000\", \"nobody\"], \"learners_csv\": "
                + "\"USER-sets-10001@example.org,note\\n\\n\\\"id-sets-10002\\\";x\\n\"}";

        // When
        var listed = Runs.post(course, "generation-runs/preview", list);

        // Then
        listed.statusCode(200)
                .body("total", equalTo(3))
                .body("unknown_learners", contains("nobody"))
                .body("learners.username", contains("user-sets-10000", "user-sets-10001", "user-sets-10002"));
        preview(course, "{\"student_set\": \"all_allowlisted\"}")
                .body("learners.learner_id", contains("id-sets-10002"));
        preview(course, "{\"learner\": \"user-sets-10003\"}").body("total", equalTo(1));
        preview(course, "{\"passing_only\": true}").body("total", equalTo(0));
        preview(course, "{\"student_set\": \"all\"}").body("total", equalTo(4));
        long id = Runs.start(course, list);
        JsonPath run = Runs.awaitState(id, "done");
        assertThat(run.getInt("counts.granted")).isEqualTo(1);
        assertThat(run.getInt("counts.not_eligible_by_rule.passing_grade")).isEqualTo(2);
        assertThat(run.getString("candidates")).isEqualTo("Listed learners");
        preview(course, "{\"student_set\": \"allowlisted_not_generated\"}").body("total", equalTo(0));
        preview(course, "{\"student_set\": \"all_allowlisted\"}").body("learners[0].status", equalTo("downloadable"));
        assertThat(Database.current().query("select 1 from generation_run_learner where run_id = ?", id))
                .isEmpty();
    }

    @Test
    void aLearnerWhoCannotBeDecidedAboutIsLeftOutAndTheRunGoesOn() {
        // Given
        CourseKey course = auditorium.open("left-out");
        auditorium.enroll(course, "left-out-a", 12, true);
        auditorium.enroll(course, "left-out-broken", 1, true);
        auditorium.enroll(course, "left-out-z", 3, true);

        // When
        long id = Runs.start(course, "{\"chunk\": 20}");

        // Then
        JsonPath run = Runs.awaitState(id, "done");
        assertThat(run.getInt("counts.granted")).isEqualTo(15);
        assertThat(run.getInt("counts.failed")).isEqualTo(1);
        assertThat(run.getInt("done")).isEqualTo(16);
        assertThat(run.getString("left_out[0].learner_id")).isEqualTo("id-left-out-broken-10000");
        assertThat(run.getString("left_out[0].error")).isEqualTo("IllegalStateException");
    }

    @Test
    void aFailedRunDoesNotGoOnBesideOneThatHasBegunSince() {
        // Given
        CourseKey course = auditorium.open("one-at-a-time");
        auditorium.enroll(course, "one-at-a-time", 2, true);
        long failed = Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");
        await().until(() -> Runs.run(failed).getInt("done") == 1);
        Database.current()
                .execute(
                        "update job set state = 'failed' where id = (select job_id from generation_run where id = ?)",
                        failed);
        long open = Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");

        // When
        var resumed = Runs.steer(failed, "resume");

        // Then
        resumed.statusCode(409).body("error_code", equalTo("another_job_open"));
        Runs.steer(failed, "pause").statusCode(409);
        Runs.steer(open, "cancel").statusCode(200);
        Runs.steer(failed, "resume").statusCode(200);
        Runs.steer(failed, "cancel").statusCode(200);
    }

    @Test
    void inAnObservedCourseRunARunOnlyCounts() {
        // Given
        CourseKey course = auditorium.open("observed", IssuingMode.OBSERVE);
        auditorium.enroll(course, "observed", 2, true);

        // When
        long id = Runs.start(course, "{}");

        // Then
        assertThat(Runs.awaitState(id, "done").getInt("counts.withheld")).isEqualTo(2);
        assertThat(Auditorium.certificates(course, "downloadable")).isZero();
    }

    @Test
    void aCourseRunHasOneRunAtATimeAndItCanBePausedAndCancelled() {
        // Given
        CourseKey course = auditorium.open("steered");
        auditorium.enroll(course, "steered", 3, true);
        long id = Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");
        await().until(() -> Runs.run(id).getInt("done") == 1);

        // When
        var second = Runs.post(course, "generation-runs", "{}");

        // Then
        second.statusCode(409).body("error_code", equalTo("generation_run_open"));
        assertThat(Runs.run(id).getString("expected_end_at")).isNotNull();
        Runs.steer(id, "pause").statusCode(200).body("state", equalTo("paused"));
        Runs.post(course, "generation-runs", "{}").statusCode(409);
        Runs.steer(id, "resume").statusCode(200).body("state", equalTo("running"));
        Runs.steer(id, "cancel").statusCode(200).body("state", equalTo("cancelled"));
        Runs.steer(id, "resume").statusCode(409).body("error_code", equalTo("generation_run_ended"));
        assertThat(Runs.run(id).getInt("counts.granted")).isEqualTo(1);
        assertThat(Runs.awaitState(Runs.start(course, "{}"), "done").getInt("counts.granted"))
                .isEqualTo(2);
    }

    @Test
    void isForInstructorsOfTheRunStaffAndServiceClientsOnly() {
        // Given
        CourseKey course = auditorium.open("allowed");
        String instructor = Roles.token(course, "instructor");
        String courseStaff = Roles.token(course, "staff");

        // When
        long id = Runs.postAs(instructor, course, "generation-runs", "{}")
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("id");

        // Then
        Runs.awaitState(id, "done");
        Runs.postAs(Tokens.service(), course, "generation-runs/preview", "{}").statusCode(200);
        for (String token : List.of(courseStaff, Tokens.support(), Tokens.learner("77", "seventy"))) {
            Runs.postAs(token, course, "generation-runs", "{}").statusCode(403);
            Runs.postAs(token, course, "generation-runs/preview", "{}").statusCode(403);
            Runs.postAs(token, course, "generation-schedules", "{\"cron\": \"0 3 * * *\"}")
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .get("/api/certificates/v1/generation-runs/" + id)
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .post("/api/certificates/v1/generation-runs/" + id + "/cancel")
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(token)
                    .get("/api/certificates/v1/generation-runs")
                    .then()
                    .statusCode(403);
        }
        given().auth()
                .oauth2(instructor)
                .get("/api/certificates/v1/generation-runs")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"student_set\": \"some\"}",
                "{\"student_set\": \"specific_student\"}",
                "{\"student_set\": \"listed\"}",
                "{\"student_set\": \"all\", \"learners\": [\"x\"]}",
                "{\"student_set\": \"all\", \"learner\": \"x\"}",
                "{\"learner\": \"nobody-at-all\"}",
                "{\"learners\": []}",
                "{\"learners_csv\": \"\\n\"}",
                "{\"statuses\": [\"zzz\"]}",
                "{\"statuses\": [null]}",
                "{\"chunk\": 0}",
                "{\"chunk\": 1001}",
                "{\"pause_seconds\": -1}",
                "{\"statuses\": \"downloadable\"}",
                "[]"
            })
    void refusesSelectionsThatMakeNoSense(String body) {
        CourseKey course = auditorium.open("refusing");
        Runs.post(course, "generation-runs", body).statusCode(400);
        Runs.post(course, "generation-runs/preview", body).statusCode(400);
    }

    @Test
    void refusesCourseRunsThatNobodyToldUsOf() {
        CourseKey unknown = new CourseKey("course-v1:Gen+Unheard+2026");
        Runs.post(unknown, "generation-runs", "{}").statusCode(404).body("error_code", equalTo("course_run_not_found"));
        given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .post("/api/certificates/v1/course-runs/nonsense/generation-runs")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(Tokens.staff())
                .get("/api/certificates/v1/generation-runs/999999999")
                .then()
                .statusCode(404)
                .body("error_code", equalTo("generation_run_not_found"));
    }

    private static FactOrder later(int kind) {
        return new FactOrder(Instant.now(), FactOrder.NO_SEQUENCE, kind, "test", "later");
    }

    private static ValidatableResponse preview(CourseKey course, String body) {
        return Runs.post(course, "generation-runs/preview", body).statusCode(200);
    }
}
