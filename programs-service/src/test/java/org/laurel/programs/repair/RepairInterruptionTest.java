package org.laurel.programs.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.laurel.programs.repair.RepairStory.ended;
import static org.laurel.programs.repair.RepairStory.held;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.LaurelInfrastructure;

/** A chunk that infrastructure ends is tried again, with fewer learners, and leaves nobody out. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class RepairInterruptionTest {

    private RepairStory story;
    private ExecutorService threads;
    private CountDownLatch release;

    @BeforeEach
    void open() {
        story = RepairStory.of("interrupt").withProgram();
        threads = Executors.newFixedThreadPool(1);
        release = new CountDownLatch(1);
    }

    @AfterEach
    void close() {
        release.countDown();
        threads.close();
    }

    @Test
    void triesFewerAndLeavesNobodyOut() throws Exception {
        // Given
        RepairStory.factsOnly(
                IntStream.range(0, 3).mapToObj(i -> story.granted(i, "A")).toList());
        Future<?> other = holdTheLastLearner();
        long id = story.start();

        // When
        await("fewer are tried").atMost(KafkaProbe.PATIENCE).untilAsserted(() -> {
            cancelWhoeverWaits();
            assertThat(Database.current().value("select reduced_to from repair where id = ?", id))
                    .isIn("100", "10", "1");
        });
        release.countDown();
        other.get();

        // Then
        JsonPath repair = ended(id);
        assertThat(repair.getString("state")).isEqualTo("done");
        assertThat(repair.getInt("counts.awarded")).isEqualTo(3);
        assertThat(repair.getInt("counts.failed")).isZero();
        assertThat(repair.getList("left_out")).isEmpty();
        assertThat(held(story.learner(2))).hasSize(1);
    }

    private Future<?> holdTheLastLearner() throws InterruptedException {
        CountDownLatch locked = new CountDownLatch(1);
        Future<?> holding =
                threads.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                    CDI.current().select(KeyLocks.class).get().lock(List.of(story.learner(2)));
                    locked.countDown();
                    await().atMost(KafkaProbe.PATIENCE).until(() -> release.getCount() == 0);
                }));
        assertThat(locked.await(1, TimeUnit.MINUTES)).isTrue();
        return holding;
    }

    /** As an operator, or a limit on how long statements take, ends them. */
    private static void cancelWhoeverWaits() {
        Database.current()
                .query("select pg_cancel_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'");
    }
}
