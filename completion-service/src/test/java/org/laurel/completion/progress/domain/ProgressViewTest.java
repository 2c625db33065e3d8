package org.laurel.completion.progress.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.events.key.LearnerId;

/** Of the course with a chapter {a, optional b} and a library {c, c once more by way of another library}. */
class ProgressViewTest {

    private static final Outline OUTLINE = Outline.of("course-v1:Org+view+1")
            .block("course", "root", "ch", "lib")
            .block("chapter", "ch", "a", "b")
            .block("library_content", "lib", "c", "inner")
            .block("library_content", "inner", "c")
            .blocks("html", "a", "b", "c")
            .optional("b");
    private static final CourseGraph GRAPH = CourseGraph.of(1, OUTLINE.structure(1, Instant.EPOCH), BlockTypes.USUAL);
    private static final CourseView SEEN = CourseView.of(GRAPH, GRAPH.makers());

    @ParameterizedTest
    @CsvSource({
        "root, 100, 3, 0, 1",
        "ch, 0, 1, 0, 1",
        "a, 10, 1, 0, 0",
        "b, 0, 0, 20, 1",
        "c, 30, 1, 0, 0",
        "lib, 60, 2, 0, 0",
        "inner, 30, 1, 0, 0"
    })
    void takesKeptSumsAsTheyAreAndAddsUpOthers(
            String id, long earned, long possible, long optionalEarned, long optionalPossible) {
        // Given
        ProgressView progress = progress(Map.of(SEEN.course(), new Earned(100, 0)));

        // When
        Tally tally = progress.tallyOfAny(SEEN, block(id));

        // Then
        assertThat(tally).isEqualTo(new Tally(earned, possible, optionalEarned, optionalPossible));
    }

    @Test
    void aSumThatIsNotThereIsNothing() {
        // Given
        ProgressView progress = progress(Map.of(block("ch"), new Earned(1, 2)));

        // When
        Tally course = progress.tally(SEEN.course());

        // Then
        assertThat(course).isEqualTo(new Tally(0, 3, 0, 1));
        assertThat(progress.tally(block("ch"))).isEqualTo(new Tally(1, 1, 2, 1));
    }

    private static ProgressView progress(Map<Aggregate, Earned> earned) {
        return new ProgressView(
                new CourseLearner(OUTLINE.courseKey(), new LearnerId("7")),
                "learner",
                SEEN,
                earned,
                Map.of(OUTLINE.key("a"), 10L, OUTLINE.key("b"), 20L, OUTLINE.key("c"), 30L, OUTLINE.key("gone"), 40L));
    }

    private static Aggregate block(String id) {
        return SEEN.block(OUTLINE.key(id)).orElseThrow();
    }
}
