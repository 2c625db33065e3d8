package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;

/** The rows about sums of the table of scenarios (completion, test scenarios), by their numbers. */
class ScenariosTest {

    /** Tree A of the table: {@code other} is summed through, and of its type no sums are kept. */
    private static final Outline A = Outline.of("course-v1:Org+treeA+1")
            .block("course", "c", "h1", "h2", "h3", "h4", "other", "hidden1")
            .block("other", "other", "h5", "hidden2")
            .mode("other", "aggregator")
            .blocks("hidden", "hidden1", "hidden2")
            .blocks("html", "h1", "h2", "h3", "h4", "h5");

    /** Tree B of the table. */
    private static final Outline B = Outline.of("course-v1:Org+treeB+1")
            .block("course", "c", "ch1", "ch2", "empty")
            .block("chapter", "ch1", "ch1b1", "ch1b2")
            .block("chapter", "ch2", "ch2b1", "ch2b2", "x")
            .block("chapter", "empty")
            .block("unheard_of", "x")
            .blocks("html", "ch1b1", "ch1b2", "ch2b1", "ch2b2");

    @Test
    @DisplayName("Scenarios 1, 2 and 3: one sum, of the course, with what lies below a block of which none is kept")
    void countsThroughWhatKeepsNoSum() {
        // Given
        MemoryLearner learner = learner(A);

        // When
        complete(learner, A, "h5", 1);

        // Then
        assertThat(learner.tally(A.key("c"))).isEqualTo(new Tally(Units.ONE, 5, 0, 0));
        assertThat(learner.rowKeys()).isEmpty();
        assertThat(Objects.requireNonNull(learner.view()).aggregates())
                .extracting(Aggregate::blockKey)
                .containsExactly(A.key("c"));
    }

    @Test
    @DisplayName("Scenario 9: sums are made in memory and nothing is kept")
    void addsUpWithoutKeepingAnything() {
        // Given
        CourseView view = CourseView.of(graph(1, B), graph(1, B).makers());

        // When
        Map<Aggregate, Earned> sums = Sums.of(view, Map.of(B.key("ch1b1"), Units.ONE));

        // Then
        assertThat(tally(sums, view, "c")).isEqualTo(new Tally(Units.ONE, 4, 0, 0));
        assertThat(tally(sums, view, "ch1")).isEqualTo(new Tally(Units.ONE, 2, 0, 0));
        assertThat(tally(sums, view, "ch2")).isEqualTo(new Tally(0, 2, 0, 0));
    }

    @Test
    @DisplayName("Scenarios 11 and 12: every sum follows, whichever block is told first and whether it is known")
    void movesEverySumWithoutBeingTold() {
        // Given
        MemoryLearner learner = learner(B);
        complete(learner, B, "ch1b1", 1);

        // When
        learner.submit(
                learner.completion(B.key("ch2b2"), Units.ONE, at(1)),
                learner.completion(B.key("ch1b2"), Units.ONE, at(1)),
                learner.completion(B.key("gone"), Units.ONE, at(1)));

        // Then
        assertThat(learner.tally(B.key("c"))).isEqualTo(new Tally(3 * Units.ONE, 4, 0, 0));
        assertThat(learner.tally(B.key("ch1"))).isEqualTo(new Tally(2 * Units.ONE, 2, 0, 0));
        assertThat(learner.tally(B.key("ch2"))).isEqualTo(new Tally(Units.ONE, 2, 0, 0));
    }

    @Test
    @DisplayName("Scenario 13: an empty chapter is done")
    void nothingToDoIsDone() {
        // Given
        CourseView view = CourseView.of(graph(1, B), graph(1, B).makers());

        // When
        Tally empty = tally(Map.of(), view, "empty");

        // Then
        assertThat(empty).isEqualTo(new Tally(0, 0, 0, 0));
        assertThat(empty.percent()).isEqualTo(1.0);
    }

    @Test
    @DisplayName("Scenario 16: parts of blocks add up")
    void addsUpParts() {
        // Given
        MemoryLearner learner = learner(B);
        complete(learner, B, "ch1b1", 0.75);

        // When
        learner.submit(
                learner.completion(B.key("ch2b1"), Units.ONE, at(2)),
                learner.completion(B.key("ch2b2"), Units.ONE / 2, at(2)));

        // Then
        assertThat(learner.earned(B.key("ch1"))).isEqualTo(Units.ONE / 4 * 3);
        assertThat(learner.earned(B.key("ch2"))).isEqualTo(Units.ONE / 2 * 3);
        assertThat(learner.earned(B.key("c"))).isEqualTo(Units.ONE / 4 * 9);
    }

    @Test
    @DisplayName("Scenario 48: percents follow what is earned and what is possible; each block has a row of its own")
    void keepsOneRowForEachBlock() {
        // Given
        Outline one = Outline.of("course-v1:Org+rows+1")
                .block("course", "c", "ch1")
                .block("chapter", "ch1", "h1")
                .blocks("html", "h1");
        Outline two = Outline.of("course-v1:Org+rows+1")
                .block("course", "c", "ch1", "ch2")
                .block("chapter", "ch1", "h1", "h2")
                .block("chapter", "ch2", "h3")
                .blocks("html", "h1", "h2", "h3");
        MemoryLearner learner = learner(one);
        complete(learner, one, "h1", 0.5);
        assertThat(learner.tally(one.key("ch1")).percent()).isEqualTo(0.5);

        // When
        learner.submit(learner.completion(one.key("h1"), Units.ONE / 10 * 7, at(2)));

        // Then
        assertThat(learner.tally(one.key("ch1")).percent()).isEqualTo(0.7);
        assertThat(learner.rowKeys()).containsExactly(one.key("ch1"));
        learner.submit(learner.completion(one.key("h1"), Units.ONE / 2, at(3)));
        learner.publish(graph(2, two), true);
        assertThat(learner.tally(one.key("ch1")).percent()).isEqualTo(0.25);
        learner.submit(learner.completion(two.key("h3"), Units.ONE / 2, at(4)));
        assertThat(learner.rowKeys()).containsExactlyInAnyOrder(two.key("ch1"), two.key("ch2"));
    }

    private static MemoryLearner learner(Outline outline) {
        MemoryLearner learner = new MemoryLearner(outline.courseKey());
        learner.publish(graph(1, outline), false);
        return learner;
    }

    private static void complete(MemoryLearner learner, Outline outline, String id, double value) {
        learner.submit(learner.completion(outline.key(id), (long) (value * Units.ONE), at(0)));
    }

    private static Tally tally(Map<Aggregate, Earned> sums, CourseView view, String id) {
        Aggregate block = view.block(B.key(id)).orElseThrow();
        return Tally.of(sums.getOrDefault(block, Earned.NOTHING), block);
    }

    private static CourseGraph graph(long id, Outline outline) {
        return CourseGraph.of(id, outline.structure(id, Instant.EPOCH), BlockTypes.USUAL);
    }

    private static Instant at(int minute) {
        return Instant.EPOCH.plusSeconds(60L * minute);
    }
}
