package org.laurel.completion.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.CountingSql;
import org.laurel.completion.verification.app.NightlyVerification;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;

/** How verifications run: chunk by chunk, a sample, every night. */
@QuarkusTest
class VerificationRunTest {

    @Test
    void goesOnWhereItWasAfterAnInterruption() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+restart+1");
        world.begin();
        world.crowd(600);
        // The second query of completions of whole learners: that of the second chunk.
        CountingSql.interrupt(
                "left join course_progress p using (course_key, learner_id)",
                () -> CountingSql.interrupt("left join course_progress p using (course_key, learner_id)", () -> {
                    throw new IllegalStateException("interrupted");
                }));

        // When
        JsonPath verification = world.verified();

        // Then
        assertThat(verification.getInt("done")).isEqualTo(600);
        assertThat(verification.getInt("total")).isEqualTo(600);
        assertThat(verification.getInt("counts.right")).isEqualTo(600);
        assertThat(Database.current()
                        .value("select state from job where id = ?::bigint", verification.getString("task_id")))
                .isEqualTo("done");
    }

    @Test
    void costsTheSameNumberOfStatementsForAnyNumberOfLearners() {
        // Given
        VerificationWorld few = new VerificationWorld("course-v1:Verify+few+1");
        few.begin();
        few.crowd(1);
        VerificationWorld many = new VerificationWorld("course-v1:Verify+many+1");
        many.begin();
        many.crowd(250);

        // When
        int ofFew = statementsOfOneChunk(few);
        int ofMany = statementsOfOneChunk(many);

        // Then
        assertThat(ofMany).isEqualTo(ofFew).isLessThan(12);
    }

    private static int statementsOfOneChunk(VerificationWorld world) {
        long job = world.verified().getLong("task_id");
        JobStep step = CDI.current().select(JobStep.class).stream()
                .filter(one -> one.kind().equals("verify-completion"))
                .findFirst()
                .orElseThrow();
        JobStep.Chunk chunk =
                new JobStep.Chunk(job, "", JsonNodeFactory.instance.objectNode(), "l\n" + world.course() + "\n");
        AtomicReference<JobStep.@Nullable Progress> progress = new AtomicReference<>();
        int statements =
                CountingSql.count(() -> QuarkusTransaction.requiringNew().run(() -> progress.set(step.advance(chunk))));
        assertThat(progress.get()).isNotNull();
        return statements;
    }

    @Test
    void drawsASample() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+sample+1");
        world.begin();
        world.crowd(40);

        // When
        JsonPath drawn = VerificationWorld.verified(Map.of("course_key", world.course(), "sample", 15));
        JsonPath ofAll = VerificationWorld.verified(Map.of("sample", 5, "numbers", "none"));

        // Then
        assertThat(drawn.getInt("counts.right")).isEqualTo(15);
        assertThat(drawn.getString("numbers")).isEqualTo("learners");
        assertThat(ofAll.getInt("done")).isEqualTo(5);
        assertThat(Database.current().value("select count(*) from verification_item"))
                .isEqualTo("0");
    }

    @Test
    void startsOneEveryNight() {
        // Given
        NightlyVerification nightly =
                CDI.current().select(NightlyVerification.class).get();

        // When
        nightly.begin();
        nightly.begin();

        // Then
        assertThat(Database.current().value("select count(*) from verification where night is not null"))
                .isEqualTo("1");
        assertThat(
                        Database.current()
                                .value(
                                        "select sample || ' ' || numbers || ' ' || is_repair from verification where night is not null"))
                .isEqualTo("1000 LEARNERS false");
    }

    @Test
    void showsWhatIsLeftAsAMetricThatTheAlertWatches() throws IOException {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+metric+1");
        world.begin("m1");
        Database.current().execute("update course_progress set earned = 0 where course_key = ?", world.course());

        // When
        JsonPath verification = world.verified();

        // Then
        assertThat(verification.getInt("counts.different")).isEqualTo(1);
        await("the metric").atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            VerificationWorld.verified(Map.of("course_key", world.course()));
            assertThat(metrics())
                    .containsPattern("laurel_completion_differences_left(\\{[^}]*})? [1-9]")
                    .containsPattern("laurel_completion_differences_total(\\{[^}]*})? [1-9]")
                    .containsPattern("laurel_completion_verified_total(\\{[^}]*})? [1-9]");
        });
        world.repaired();
        assertThat(Files.readString(Path.of("../deploy/k8s/alerts/prometheus-rule.yaml")))
                .contains("laurel_completion_differences_left");
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    @Test
    void countsEverybodyAgainOnRequest() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+recount+1");
        world.begin("r1");
        Database.current().execute("update course_progress set earned = 0 where course_key = ?", world.course());
        Database.current().execute("delete from block_progress where course_key = ?", world.course());

        // When
        String job = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.staff())
                .post("/api/completion/v1/course-structures/" + world.course() + ":recount")
                .then()
                .statusCode(202)
                .extract()
                .path("task_id");

        // Then
        await("recount")
                .atMost(KafkaProbe.PATIENCE)
                .until(() ->
                        "done".equals(Database.current().value("select state from job where id = ?::bigint", job)));
        assertThat(world.verified().getList("differences")).isEmpty();
        assertThat(Database.current().value("select earned from course_progress where course_key = ?", world.course()))
                .isEqualTo("2500000000");
    }
}
