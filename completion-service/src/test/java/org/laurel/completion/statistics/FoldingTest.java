package org.laurel.completion.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.app.SnapshotReading;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Units;
import org.laurel.completion.statistics.db.OverviewQuery;
import org.laurel.completion.statistics.domain.CourseOverview;
import org.laurel.completion.statistics.domain.DayRange;
import org.laurel.completion.statistics.domain.Selection;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** Movements are folded at any moment, and nobody sees it. */
@QuarkusTest
class FoldingTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 5));

    private final SnapshotReading snapshot =
            CDI.current().select(SnapshotReading.class).get();
    private final OverviewQuery overviews =
            CDI.current().select(OverviewQuery.class).get();
    private final CounterStore counters =
            CDI.current().select(CounterStore.class).get();

    @Test
    void changesNoAnswerAfterAnyStep() {
        // Given
        Outline outline = crowd("steps");
        CourseOverview before = overview(outline.courseKey());
        List<CourseOverview> answers = new ArrayList<>();

        // When
        int folded;
        do {
            folded = fold(outline.courseKey(), 5);
            answers.add(overview(outline.courseKey()));
        } while (folded > 0);

        // Then
        assertThat(answers).hasSizeGreaterThan(5).allMatch(before::equals);
        assertThat(before.all().learners()).isEqualTo(40);
    }

    @Test
    void changesNoAnswerThatIsBeingMadeMeanwhile() {
        // Given
        Outline outline = crowd("meanwhile");
        CourseOverview before = overview(outline.courseKey());
        Set<CourseOverview> answers = new HashSet<>();
        CountDownLatch reading = new CountDownLatch(1);

        // When
        CompletableFuture<Void> folding = CompletableFuture.runAsync(() -> {
            awaitQuietly(reading);
            while (fold(outline.courseKey(), 2) > 0) {
                Thread.onSpinWait();
            }
        });
        while (!folding.isDone()) {
            answers.add(overview(outline.courseKey()));
            reading.countDown();
        }
        folding.join();

        // Then
        assertThat(answers).containsExactly(before);
        assertThat(overview(outline.courseKey())).isEqualTo(before);
        assertThat(Database.current()
                        .number(
                                "select count(*) from completion_counter_delta where course_key = ?",
                                outline.courseKey().value()))
                .isZero();
    }

    @Test
    void leavesAllNumbersOfAnAnswerAtOneMoment() {
        // Given
        Outline outline = crowd("moment");
        CourseOverview before = overview(outline.courseKey());
        CountingSql.interrupt(
                "case when item <",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> new Crowd(outline, "moment").complete(1, 40, "d", Units.ONE)));

        // When
        CourseOverview during = overview(outline.courseKey());

        // Then
        assertThat(during).isEqualTo(before);
        assertThat(overview(outline.courseKey())).isNotEqualTo(before);
    }

    @Test
    void keepsThePastOfLearnersWhoAreEnrolledNoMore() {
        // Given
        Platform platform = new Platform("course-v1:Org+folding+past");
        try (KafkaProbe probe = KafkaProbe.fromNow("laurel.completions")) {
            Arrival.send(probe, platform.enrolled("past1", "past1", true, 1));
            Arrival.send(probe, platform.enrolled("past1", "past1", false, 3 * 24 * 60));
        }

        // When
        fold(platform.courseKey(), 1000);

        // Then
        assertThat(overview(platform.courseKey()).days())
                .extracting(CourseOverview.Day::learners)
                .containsExactly(0L, 1L, 1L, 1L, 0L, 0L);
        assertThat(Database.current()
                        .query(
                                "select kind from completion_counter where course_key = ? order by kind",
                                platform.courseKey().value()))
                .hasSize(2)
                .allMatch(row -> "DAY".equals(row.get("kind")));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outline crowd(String word) {
        Outline outline = Outline.small("course-v1:Org+folding+" + word);
        Crowd crowd = new Crowd(outline, word);
        crowd.publish();
        for (int i = 1; i <= 40; i++) {
            crowd.enroll(i, i);
            crowd.complete(i, i, "a", Units.ONE);
            crowd.complete(i, i, "b", Units.ONE / i);
        }
        return outline;
    }

    private int fold(CourseKey courseKey, int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            int folded = counters.fold(courseKey, most);
            counters.removeEmpty(courseKey);
            return folded;
        });
    }

    private CourseOverview overview(CourseKey courseKey) {
        return snapshot.read(() -> overviews.overview(courseKey, Selection.ALL, DAYS, 10));
    }
}
