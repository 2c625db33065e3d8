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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Platform;
import org.laurel.completion.verification.app.NightlyVerification;
import org.laurel.completion.verification.db.VerificationCourses;
import org.laurel.completion.verification.db.VerificationQuery;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** How verifications run: chunk by chunk, a sample, every night. */
@QuarkusTest
class VerificationRunTest {

    @Test
    void goesOnWhereItWasAfterAnInterruption() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+restart+1");
        world.begin();
        world.crowd(600);
        // The second query of completions for a verification: that of the second chunk.
        CountingSql.interrupt(
                "from block_completion o",
                () -> CountingSql.interrupt("from block_completion o", () -> {
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
    void takesNothingForADifferenceThatChangesBetweenTwoStatements() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+moving+1");
        world.begin("mv1");
        CountingSql.interrupt(
                "from block_completion o",
                () -> world.tell(new Platform(world.course()).completed("mv1", world.key("b"), "1", 9)));

        // When
        JsonPath verification = world.verified();

        // Then
        assertThat(verification.getList("differences")).isEmpty();
        assertThat(verification.getInt("counts.right")).isEqualTo(1);
        assertThat(Database.current().value("select earned from course_progress where learner_id = 'mv1'"))
                .isEqualTo("3000000000");
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
        assertThat(ofMany).isEqualTo(ofFew).isLessThan(14);
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
        Arrival.awaitJobs();
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
        await("the metric")
                .atMost(KafkaProbe.PATIENCE)
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern("laurel_completion_differences_left(\\{[^}]*})? [1-9]")
                        .containsPattern("laurel_completion_differences_total(\\{[^}]*})? [1-9]")
                        .containsPattern("laurel_completion_verified_total(\\{[^}]*})? [1-9]"));
        world.repaired();
        assertThat(Files.readString(Path.of("../deploy/k8s/alerts/prometheus-rule.yaml")))
                .contains("laurel_completion_differences_left", "laurel_completion_verification_age_seconds");
    }

    @Test
    void whatWasLeftDifferentIsClearedByWhoeverLooksAtItAgainAndByNobodyElse() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+left+1");
        world.begin("left1", "left2");
        Database.current().execute("update course_progress set earned = 0 where learner_id = 'left1'");
        Database.current().execute("""
                insert into completion_counter_delta select course_key, 'BLOCK', 'lost', '', '', 1, 1, 0, 0, 0, 0
                from course_progress where learner_id = 'left1'
                """);
        JsonPath first = world.verified();
        long found = world.left();
        Database.current().execute("update course_progress set earned = 2500000000 where learner_id = 'left1'");

        // When
        VerificationWorld.verified(Map.of("learners", List.of("left2"), "numbers", "none"));
        long afterAnother = world.left();
        VerificationWorld.verified(Map.of("learners", List.of("left1"), "numbers", "learners"));
        long afterTheSame = world.left();

        // Then
        assertThat(first.getInt("counts.different")).isEqualTo(1);
        assertThat(found).isEqualTo(1 + first.getInt("counts.numbers"));
        assertThat(afterAnother).isEqualTo(found);
        assertThat(afterTheSame).as("the number of a block").isEqualTo(1);
        world.repaired();
        assertThat(world.left()).isZero();
    }

    @Test
    void tellsHowOldTheLastWideVerificationIs() {
        // Given
        VerificationQuery query = CDI.current().select(VerificationQuery.class).get();
        Database.current().execute("update verification_watch set since = now() - interval '3 days'");
        Database.current().execute("update verification set finished_at = finished_at - interval '9 days'");

        // When
        VerificationWorld.verified(Map.of("sample", 1, "numbers", "none"));
        long small = query.lastWide(2).ageSeconds();
        long wide = query.lastWide(1).ageSeconds();

        // Then
        assertThat(small).isGreaterThanOrEqualTo(259_200);
        assertThat(wide).isLessThan(86_400);
    }

    @Test
    void drawsLearnersWithoutARow() {
        // Given
        VerificationWorld world = new VerificationWorld("course-v1:Verify+rowless+1");
        world.begin("rw1");
        Database.current().execute("""
                insert into enrollment (learner_id, course_key, is_active, version) values ('rw2', ?, true, 1), ('rw3', ?, false, 1)
                """, world.course(), world.course());
        Database.current().execute("""
                        insert into block_completion (course_key, learner_id, block_key, completion, occurred_at, sequence, source,
                                                      event_id)
                        values (?, 'rw4', ?, 1000000000, '2025-01-01', 0, '/test', 'rowless')
                        """, world.course(), world.key("a"));

        // When
        JsonPath drawn =
                VerificationWorld.verified(Map.of("course_key", world.course(), "sample", 50, "numbers", "none"));

        // Then
        assertThat(drawn.getInt("done")).isEqualTo(3);
        assertThat(drawn.getList("differences.learner_id", String.class))
                .contains("rw2", "rw4")
                .doesNotContain("rw1");
    }

    @Test
    void countsAllNumbersOfEveryCourseRunInTurn() {
        // Given
        VerificationCourses courses =
                CDI.current().select(VerificationCourses.class).get();
        keepNumbersOf("a", "b", "c", "d");

        // When: course runs come while the turn goes round
        nights(courses, -1);
        keepNumbersOf("e", "f");
        long kept = Database.current().number("""
                select count(*) from (select course_key from completion_counter
                                      union select course_key from completion_counter_delta) k
                """);
        for (long night = 2; night <= kept; night++) {
            nights(courses, -night);
        }

        // Then
        assertThat(Database.current().query("""
                        select course_key from verification_course where verification_id < 0 and with_blocks
                            and course_key like '%VerifyTurn%' order by 1
                        """))
                .map(row -> String.valueOf(row.get("course_key")))
                .contains(turn("a"), turn("b"), turn("c"))
                .contains(turn("d"), turn("e"), turn("f"));
        Database.current().execute("delete from verification_course where verification_id < 0");
        Database.current().execute("delete from completion_counter where course_key like '%VerifyTurn%'");
    }

    private static String turn(String name) {
        return "course-v1:VerifyTurn+" + name + "+1";
    }

    private static void keepNumbersOf(String... names) {
        for (String name : names) {
            Database.current()
                    .execute(
                            "insert into completion_counter values (?, 'DAY', '2020-01-01', '', '', 0, 0, 0, 0, 0, 0)",
                            turn(name));
        }
    }

    private static void nights(VerificationCourses courses, long id) {
        QuarkusTransaction.requiringNew().run(() -> courses.turn(id, 1));
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
