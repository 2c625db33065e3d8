package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;

/** From when until when a view holds: the fifth and the tenth of the month are releases of the structure. */
class ReleaseTest {

    private static final Outline OUTLINE = Outline.small("course-v1:Org+release+1")
            .release("a", day(5))
            .release("b", day(10))
            .release("x", day(7));

    @ParameterizedTest
    @CsvSource(
            nullValues = "never",
            value = {"1, 4, 1, 5", "1, 5, 5, 10", "1, 9, 5, 10", "1, 10, 10, never", "6, 6, 6, 10", "12, 12, 12, never"
            })
    void aViewHoldsFromOneReleaseToTheNext(int published, int today, int since, @Nullable Integer until) {
        // Given
        CourseGraph graph = graph(day(published));

        // When
        CourseView view = CourseView.of(graph, graph.profile(Viewer.ANYBODY, day(today)));

        // Then
        assertThat(view.since()).isEqualTo(day(since));
        assertThat(view.until()).isEqualTo(until == null ? null : day(until));
    }

    @Test
    void nothingIsReleasedToStaff() {
        // Given
        CourseGraph graph = graph(day(1));
        Viewer staff = new Viewer(true, Set.of(), Assignments.NONE);
        Assignments own = new Assignments(Map.of(), Map.of(OUTLINE.key("d"), day(3)));

        // When
        CourseView view = CourseView.of(graph, graph.profile(staff, day(6))).with(own, day(6));

        // Then
        assertThat(view.since()).isEqualTo(day(1));
        assertThat(view.until()).isNull();
        assertThat(view.course().possible()).isEqualTo(4);
    }

    /** Of the sixth, when the structure's releases of the fifth and the tenth are the ones around. */
    @ParameterizedTest
    @CsvSource({
        "a, 3, 5, 10, 3",
        "a, 6, 6, 10, 3",
        "a, 8, 5, 8, 2",
        "a, 12, 5, 10, 2",
        "b, 4, 5, 10, 4",
        "b, 6, 6, 10, 4",
        "ch1, 8, 5, 8, 2",
        "x, 6, 5, 10, 3",
        "x, 8, 5, 10, 3",
        "unknown, 6, 5, 10, 3"
    })
    void aReleaseOfOnesOwnMovesBothEnds(String block, int own, int since, int until, long possible) {
        // Given
        CourseGraph graph = graph(day(1));
        Assignments assignments = new Assignments(Map.of(), Map.of(OUTLINE.key(block), day(own)));
        CourseView shared = CourseView.of(graph, graph.profile(Viewer.ANYBODY, day(6)));

        // When
        CourseView view = shared.with(assignments, day(6));

        // Then
        assertThat(view.since()).isEqualTo(day(since));
        assertThat(view.until()).isEqualTo(day(until));
        assertThat(view.course().possible()).isEqualTo(possible);
    }

    @Test
    void aReleaseOfOnesOwnIsWaitedForAlsoAfterTheLastOfTheStructure() {
        // Given
        CourseGraph graph = graph(day(1));
        Assignments assignments =
                new Assignments(Map.of(), Map.of(OUTLINE.key("d"), day(15), OUTLINE.key("oc"), day(14)));

        // When
        CourseView view =
                CourseView.of(graph, graph.profile(Viewer.ANYBODY, day(12))).with(assignments, day(12));

        // Then
        assertThat(view.since()).isEqualTo(day(10));
        assertThat(view.until()).isEqualTo(day(14));
    }

    @Test
    void aReleaseOfOnesOwnOpensNothingThatIsForOthers() {
        // Given
        Outline outline = Outline.small("course-v1:Org+release+1")
                .groups("a", "verified")
                .staffOnly("b")
                .release("b", day(20));
        CourseGraph graph = CourseGraph.of(1, outline.structure(1, day(1)), BlockTypes.USUAL);
        Assignments assignments = new Assignments(Map.of(), Map.of(outline.key("a"), day(2), outline.key("b"), day(2)));

        // When
        CourseView view =
                CourseView.of(graph, graph.profile(Viewer.ANYBODY, day(6))).with(assignments, day(6));

        // Then
        assertThat(view.completableWithin(view.course()))
                .containsExactlyInAnyOrder(outline.key("d"), outline.key("oc"));
    }

    @Test
    void whoHasNothingOfTheirOwnSharesTheView() {
        // Given
        CourseGraph graph = graph(day(1));
        CourseView shared = CourseView.of(graph, graph.profile(Viewer.ANYBODY, day(6)));

        // When
        CourseView view = shared.with(Assignments.NONE, day(6));

        // Then
        assertThat(view).isSameAs(shared);
    }

    @Test
    void assignmentsAreEmptyWithoutChoicesAndReleases() {
        // Given
        Map<String, Set<String>> selected = Map.of(OUTLINE.key("o"), Set.of());
        Map<String, Instant> releases = Map.of(OUTLINE.key("a"), day(3));

        // When
        Assignments both = new Assignments(selected, releases);

        // Then
        assertThat(both.isEmpty()).isFalse();
        assertThat(new Assignments(selected, Map.of()).isEmpty()).isFalse();
        assertThat(new Assignments(Map.of(), releases).isEmpty()).isFalse();
        assertThat(Assignments.NONE.isEmpty()).isTrue();
    }

    @Test
    void onlyReleasesOfBlocksThatCanCountAreLookedAt() {
        // Given
        Assignments assignments = new Assignments(
                Map.of(), Map.of(OUTLINE.key("a"), day(3), OUTLINE.key("x"), day(4), OUTLINE.key("gone"), day(5)));

        // When
        var releases = assignments.releasesOf(graph(day(1)));

        // Then
        assertThat(releases).containsExactly(day(3));
    }

    private static CourseGraph graph(Instant published) {
        return CourseGraph.of(1, OUTLINE.structure(1, published), BlockTypes.USUAL);
    }

    private static Instant day(int day) {
        return Instant.parse("2026-05-01T00:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}
