package org.laurel.completion.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** Course runs are counted again on request. */
@QuarkusTest
class RecountTest {

    @Test
    void countsEverybodyAgainOnRequest() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+recount+1");
        world.begin("r1");
        Database.current().execute("update course_progress set earned = 0 where course_key = ?", world.course());
        Database.current().execute("delete from block_progress where course_key = ?", world.course());

        // When
        String job = askToRecount(world).statusCode(202).extract().path("task_id");

        // Then
        await("recount")
                .atMost(KafkaProbe.PATIENCE)
                .until(() ->
                        "done".equals(Database.current().value("select state from job where id = ?::bigint", job)));
        assertThat(world.verified().getList("differences")).isEmpty();
        assertThat(Database.current().value("select earned from course_progress where course_key = ?", world.course()))
                .isEqualTo("2500000000");
    }

    @Test
    void countsAllCourseRunsAgainOneAfterTheOther() {
        // Given
        List<VerificationWorld> worlds = List.of(
                new VerificationWorld("course-v1:Verify+everything+1"),
                new VerificationWorld("course-v1:Verify+everything+2"));
        worlds.forEach(world -> {
            world.begin("all-" + world.course());
            Database.current().execute("update course_progress set earned = 0 where course_key = ?", world.course());
            world.verified();
        });
        long left = worlds.getFirst().left();

        // When
        String job = recountAll();

        // Then
        assertThat(left).isPositive();
        await("recount")
                .atMost(KafkaProbe.PATIENCE)
                .until(() ->
                        "done".equals(Database.current().value("select state from job where id = ?::bigint", job)));
        worlds.forEach(world -> {
            assertThat(world.left()).isZero();
            assertThat(world.verified().getList("differences")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "running", "waiting"})
    void countsAllCourseRunsAgainByOneJobAtATime(String state) {
        // Given
        long open = later("recount-all-progress", "all", state);
        try {
            // When
            ValidatableResponse answer = askToRecountAll();

            // Then
            answer.statusCode(409)
                    .body("error_code", equalTo(state.equals("paused") ? "recount_paused" : "recount_running"))
                    .body("detail", containsString("Job " + open + " "));
        } finally {
            Database.current().execute("delete from job where id = ?", open);
        }
    }

    @Test
    void refusesToCountACourseRunAgainWhileAJobForItIsPaused() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+paused+1");
        world.begin("rp1");
        long running = later("recount-course-progress", world.course(), "running");
        long paused = later("recount-course-progress", world.course(), "paused");
        try {
            // When
            ValidatableResponse answer = askToRecount(world);

            // Then
            answer.statusCode(409)
                    .body("error_code", equalTo("recount_paused"))
                    .body("detail", containsString("Job " + paused + " "));
        } finally {
            Database.current().execute("delete from job where id in (?, ?)", running, paused);
        }
    }

    /** A job whose next chunk does not come for an hour. */
    private static long later(String kind, String subject, String state) {
        return Database.current()
                .number(
                        "insert into job (kind, subject, state, created_by, not_before)"
                                + " values (?, ?, ?, 'test', now() + interval '1 hour') returning id",
                        kind,
                        subject,
                        state);
    }

    private static ValidatableResponse askToRecount(VerificationWorld world) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .post("/api/completion/v1/course-structures/" + world.course() + ":recount")
                .then();
    }

    private static ValidatableResponse askToRecountAll() {
        return given().auth()
                .oauth2(Tokens.service())
                .post("/api/completion/v1/recounts")
                .then();
    }

    private static String recountAll() {
        return askToRecountAll()
                .statusCode(202)
                .body("course_key", nullValue())
                .extract()
                .path("task_id");
    }
}
