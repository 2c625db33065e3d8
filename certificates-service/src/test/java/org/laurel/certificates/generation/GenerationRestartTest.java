package org.laurel.certificates.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** A run over 2,500 learners that stops in the middle and whose second chunk is lost once. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class GenerationRestartTest {

    @Inject
    Auditorium auditorium;

    @Inject
    Jobs jobs;

    @Test
    void grantsEachLearnerOnceAcrossAStopAndALostChunk() {
        // Given
        CourseKey course = auditorium.open("restart");
        auditorium.enroll(course, "restart-a", 1_400, true);
        auditorium.enroll(course, "restart-flaky", 1, true);
        auditorium.enroll(course, "restart-z", 1_099, true);
        long id = Runs.start(course, "{\"pause_seconds\": 3600}");
        await().atMost(Duration.ofSeconds(60)).until(() -> Runs.run(id).getInt("done") == 1_000);
        Runs.steer(id, "pause").statusCode(200);
        assertThat(Auditorium.certificates(course, "downloadable")).isEqualTo(1_000);

        // When
        jobs.throttle(Runs.run(id).getLong("task_id"), Duration.ZERO);
        Runs.steer(id, "resume").statusCode(200);

        // Then
        JsonPath run = Runs.awaitState(id, "done");
        assertThat(run.getInt("done")).isEqualTo(2_500);
        assertThat(run.getInt("total")).isEqualTo(2_500);
        assertThat(run.getInt("counts.granted")).isEqualTo(2_500);
        assertThat(written(course)).containsExactlyInAnyOrderEntriesOf(Map.of("learners", 2_500L, "versions", 2_500L));
        assertThat(Database.current()
                        .query("select 1 from standing_fact where course_key = ? and kind = 11", course.value()))
                .hasSize(2_500);
    }

    private static Map<String, @Nullable Object> written(CourseKey course) {
        return Database.current().query("""
                        select count(distinct learner_id) as learners, count(*) as versions
                        from certificate_history where course_key = ?
                        """, course.value()).getFirst();
    }
}
