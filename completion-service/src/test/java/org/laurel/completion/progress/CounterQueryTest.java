package org.laurel.completion.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Arrival;
import org.laurel.completion.CountingSql;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.progress.db.CounterQuery;
import org.laurel.completion.progress.db.CounterStore;
import org.laurel.completion.progress.domain.Mean;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;

/** How many are enrolled, and the mean. */
@QuarkusTest
class CounterQueryTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private final CounterQuery counters =
            CDI.current().select(CounterQuery.class).get();
    private final CounterStore store = CDI.current().select(CounterStore.class).get();
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.fromNow("laurel.completions");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void takesTheMeanOfThePercentsOfAllWhoAreEnrolled() {
        // Given
        Outline outline = Outline.of("course-v1:Org+mean+1")
                .block("course", "c", "a", "b", "d")
                .blocks("html", "a", "b", "d");
        Platform platform = new Platform(outline.courseKey().value());
        Arrival.send(probe, platform.structure(outline, 1, 0));
        Arrival.send(
                probe,
                platform.enrolled("mean1", "mean1", true, 1),
                platform.enrolled("mean2", "mean2", true, 1),
                platform.enrolled("mean3", "mean3", true, 1),
                platform.completed("mean1", outline.key("a"), "1", 1),
                platform.completed("mean2", outline.key("a"), "1", 1),
                platform.completed("mean2", outline.key("b"), "0.5", 2));

        // When
        Mean mean = mean(outline.courseKey());

        // Then
        assertThat(mean.learners()).isEqualTo(3);
        assertThat(mean.value()).isCloseTo((1.0 / 3 + 0.5 + 0) / 3, CLOSE);
    }

    @Test
    void leavesOutOfTheMeanWhoHasARoleAndWhoIsEnrolledNoMore() {
        // Given
        Outline outline = Outline.small("course-v1:Org+mean+2");
        Platform platform = new Platform(outline.courseKey().value());
        Arrival.send(probe, platform.structure(outline, 1, 0));
        Arrival.send(
                probe,
                platform.enrolled("role1", "role1", true, 1),
                platform.enrolled("role2", "role2", true, 1),
                platform.enrolled("role3", "role3", true, 1),
                platform.completed("role1", outline.key("a"), "1", 1),
                platform.completed("role2", outline.key("a"), "1", 1),
                platform.completed("role2", outline.key("b"), "1", 1),
                platform.completed("role3", outline.key("a"), "1", 1));
        assertThat(mean(outline.courseKey()).value()).isEqualTo((0.25 + 0.5 + 0.25) / 3);

        // When
        Arrival.send(probe, role("role2", outline.courseKey()), platform.enrolled("role3", "role3", false, 2));

        // Then
        assertThat(mean(outline.courseKey()).value()).isEqualTo(0.25);
        assertThat(counters.enrolled(outline.courseKey())).isEqualTo(2);
    }

    @Test
    void countsWhoIsEnrolledBeforeAnyStructureIsKnown() {
        // Given
        Platform platform = new Platform("course-v1:Org+mean+3");
        Arrival.send(probe, platform.enrolled("bare1", "bare1", true, 1));

        // When
        long enrolled = counters.enrolled(platform.courseKey());

        // Then
        assertThat(enrolled).isEqualTo(1);
        assertThat(mean(platform.courseKey()).value()).isZero();
    }

    @Test
    void answersForManyCourseRunsByOneStatementAndNothingForUnknownOnes() {
        // Given
        Platform platform = new Platform("course-v1:Org+mean+4");
        Arrival.send(probe, platform.enrolled("many1", "many1", true, 1));
        CourseKey unknown = new CourseKey("course-v1:Org+mean+unknown");
        List<CourseKey> asked = List.of(platform.courseKey(), unknown, unknown);

        // When
        Map<CourseKey, Mean> means = counters.means(asked);

        // Then
        assertThat(means).hasSize(2).containsEntry(unknown, Mean.NONE);
        assertThat(counters.enrolled(asked)).isEqualTo(Map.of(platform.courseKey(), 1L, unknown, 0L));
        assertThat(CountingSql.count(() -> counters.means(asked))).isEqualTo(1);
        assertThat(CountingSql.count(() -> counters.enrolled(asked))).isEqualTo(1);
    }

    @Test
    void answersTheSameAfterFoldingAndKeepsNoNumberThatCameToNothing() {
        // Given
        Outline outline = Outline.small("course-v1:Org+mean+5");
        Platform platform = new Platform(outline.courseKey().value());
        Arrival.send(probe, platform.structure(outline, 1, 0));
        Arrival.send(
                probe,
                platform.enrolled("fold1", "fold1", true, 1),
                platform.completed("fold1", outline.key("a"), "1", 1),
                platform.completed("fold1", outline.key("b"), "0.3333", 2));
        Mean before = mean(outline.courseKey());

        // When
        fold(outline.courseKey());

        // Then
        assertThat(mean(outline.courseKey())).isEqualTo(before);
        assertThat(before.value()).isCloseTo(1.3333 / 4, CLOSE);
        assertThat(rows("completion_counter_delta", outline)).isZero();
        assertThat(rows("completion_counter", outline)).isPositive();
        Arrival.send(probe, platform.enrolled("fold1", "fold1", false, 2));
        fold(outline.courseKey());
        assertThat(Database.current()
                        .number(
                                "select count(*) from completion_counter where course_key = ? and kind <> 'DAY'",
                                outline.courseKey().value()))
                .isZero();
    }

    private Mean mean(CourseKey courseKey) {
        return Objects.requireNonNull(counters.means(List.of(courseKey)).get(courseKey));
    }

    private void fold(CourseKey courseKey) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.fold(courseKey, 1000);
            store.removeEmpty(courseKey);
        });
    }

    private static long rows(String table, Outline outline) {
        return Database.current()
                .number(
                        "select count(*) from " + table + " where course_key = ?",
                        outline.courseKey().value());
    }

    private static PlatformEvent role(String learnerId, CourseKey courseKey) {
        return PlatformEvent.of(
                "org.laurel.course-role.changed.v1", learnerId, """
                {"learner_id": "%s", "course_key": "%s", "org": "%s", "role": "beta_testers", "is_member": true,
                 "version": 1, "occurred_at": "2025-01-01T00:00:00Z"}""".formatted(learnerId, courseKey, courseKey.org()));
    }
}
