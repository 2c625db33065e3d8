package org.laurel.certificates.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;
import org.laurel.kit.test.Tokens;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GenerationScheduleTest {

    @Inject
    Auditorium auditorium;

    @Test
    void startsOnceAtItsTimeWithARowOfItsOwnInTheHistory() {
        // Given
        CourseKey course = auditorium.open("scheduled");
        auditorium.enroll(course, "scheduled", 2, true);
        String at = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();

        // When
        long id = Runs.post(
                        course,
                        "generation-schedules",
                        "{\"once_at\": \"%s\", \"run\": {\"learners\": [\"user-scheduled-10001\"], \"reason\": \"r\"}}"
                                .formatted(at))
                .statusCode(201)
                .header("Location", containsString("/generation-schedules/"))
                .body("input.learners", equalTo(1), "next_at", equalTo(at))
                .extract()
                .jsonPath()
                .getLong("id");
        Database.current().execute("update job_schedule set next_at = now() where id = ?", id);

        // Then
        await().until(() -> Auditorium.certificates(course, "downloadable") == 1);
        Runs.get(course, "generation-runs")
                .body("results", hasSize(1))
                .body("results[0].generated_by", equalTo("staff"))
                .body("results[0].reason", equalTo("r"))
                .body("results[0].candidates", equalTo("Listed learners"));
        Runs.get(course, "generation-schedules/" + id).body("last_task", notNullValue());
    }

    @Test
    void aTimeAtWhichAnotherRunGoesOnIsMissedAndSaidSo() {
        // Given
        CourseKey course = auditorium.open("missed");
        auditorium.enroll(course, "missed", 2, true);
        long id = Runs.post(course, "generation-schedules", "{\"cron\": \"0 3 * * 1\", \"zone\": \"Europe/Berlin\"}")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        Runs.start(course, "{\"chunk\": 1, \"pause_seconds\": 3600}");

        // When
        Database.current().execute("update job_schedule set next_at = now() where id = ?", id);

        // Then
        await().until(() -> Runs.get(course, "generation-schedules/" + id)
                        .extract()
                        .jsonPath()
                        .getString("error")
                != null);
        Runs.get(course, "generation-runs").body("results", hasSize(1));
        Runs.get(course, "generation-schedules").body("", hasSize(1));
        remove(course, id, 204);
        remove(course, id, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cron\": \"often\"}",
                "{\"cron\": \"0 3 * * *\", \"once_at\": \"2030-01-01T00:00:00Z\"}",
                "{\"once_at\": \"2020-01-01T00:00:00Z\"}",
                "{\"cron\": \"0 3 * * *\", \"zone\": \"Moon/Crater\"}",
                "{\"cron\": \"0 3 * * *\", \"run\": {\"statuses\": [\"zzz\"]}}",
                "{\"cron\": \"0 3 * * *\", \"run\": {\"chunk\": 0}}"
            })
    void refusesSchedulesThatNeverCome(String body) {
        Runs.post(auditorium.open("never"), "generation-schedules", body).statusCode(400);
    }

    /** The management command regenerate_noidv_cert. */
    @Test
    void regeneratesUnverifiedCertificatesOfSeveralCourseRunsOrOfAllButSome() {
        // Given
        CourseKey one = auditorium.open("sweep-one");
        CourseKey other = auditorium.open("sweep-other");
        for (CourseKey course : new CourseKey[] {one, other}) {
            LearnerId learner = auditorium.enroll(course, "sweep", 1, true).getFirst();
            auditorium.tell(
                    course,
                    learner,
                    new Fact.Requested(
                            Auditorium.order(3, Fact.Requested.KIND),
                            CertificateCommand.GENERATE,
                            GenerationMode.BATCH));
            Database.current().execute("update certificate set status = 'error' where course_key = ?", course.value());
        }

        // When
        var some = sweep("{\"excluded_course_keys\": [\"%s\"], \"statuses\": [\"error\"]}".formatted(other.value()));

        // Then
        assertThat(some.statusCode(202).extract().jsonPath().getList("runs.course_key", String.class))
                .contains(one.value())
                .doesNotContain(other.value());
        sweep("{\"course_keys\": [\"%s\"], \"statuses\": [\"error\"]}".formatted(other.value()))
                .statusCode(202)
                .body("total", equalTo(1));
        sweep("{\"course_keys\": [\"%s\"]}".formatted(one.value())).statusCode(202);
        sweep("{\"course_keys\": [], \"excluded_course_keys\": []}").statusCode(400);
        sweep("{\"course_keys\": [\"nonsense\"]}").statusCode(400);
        sweep("{\"course_keys\": [null]}").statusCode(400).contentType("application/problem+json");
        sweep("{\"excluded_course_keys\": [null]}").statusCode(400);
        sweep("{\"course_keys\": [\"course-v1:No+Such+Run\"]}").statusCode(404);
    }

    private static ValidatableResponse sweep(String body) {
        return given().auth()
                .oauth2(Tokens.staff())
                .contentType("application/json")
                .body(body)
                .post("/api/certificates/v1/generation-runs")
                .then();
    }

    private static void remove(CourseKey course, long id, int status) {
        given().auth()
                .oauth2(Tokens.staff())
                .delete(Runs.BASE + "generation-schedules/" + id, course.value())
                .then()
                .statusCode(status);
    }
}
