package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;

class CourseViewTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsWhatCanBeCompletedBelowEachAggregatedBlock() {
        // Given
        Outline outline = Outline.small("course-v1:Org+small+1");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.aggregates())
                .extracting(Aggregate::blockKey, Aggregate::type, Aggregate::possible)
                .containsExactly(
                        tuple(outline.key("c"), "course", 4L),
                        tuple(outline.key("ch1"), "chapter", 2L),
                        tuple(outline.key("ch2"), "chapter", 2L),
                        tuple(outline.key("e"), "chapter", 0L));
    }

    @Test
    void sumsThroughAnAggregatorThatKeepsNoSumOfItsOwn() {
        // Given
        Outline outline = Outline.small("course-v1:Org+small+1");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.sharesOf(outline.key("oc")))
                .extracting(share -> share.aggregate().blockKey())
                .containsExactly(outline.key("c"), outline.key("ch2"));
    }

    @Test
    void countsABlockOnceForEachWayToIt() {
        // Given
        Outline outline = Outline.of("course-v1:Org+dag+1")
                .block("course", "c", "ch1", "ch2")
                .block("chapter", "ch1", "v")
                .block("chapter", "ch2", "v", "h")
                .block("vertical", "v", "h")
                .blocks("html", "h");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.aggregates()).extracting(Aggregate::possible).containsExactly(3L, 1L, 1L, 2L);
        assertThat(view.sharesOf(outline.key("h")))
                .extracting(share -> share.aggregate().blockKey(), Share::ways)
                .containsExactlyInAnyOrder(
                        tuple(outline.key("c"), 3L),
                        tuple(outline.key("ch1"), 1L),
                        tuple(outline.key("ch2"), 2L),
                        tuple(outline.key("v"), 1L));
    }

    @Test
    void neverLooksBelowACompletableOrExcludedBlock() {
        // Given
        Outline outline = Outline.of("course-v1:Org+modes+1")
                .block("course", "c", "p", "d", "v")
                .block("problem", "p", "inner")
                .block("discussion", "d", "deeper")
                .block("vertical", "v", "deepest")
                .blocks("html", "inner", "deeper", "deepest")
                .mode("v", "completable");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.completableWithin(view.course())).containsExactlyInAnyOrder(outline.key("p"), outline.key("v"));
        assertThat(view.course().possible()).isEqualTo(2);
    }

    @Test
    void leavesOptionalBlocksAndThoseForStaffOutOfTheTotals() {
        // Given
        Outline outline = Outline.small("course-v1:Org+some+1").optional("ch2").staffOnly("a");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.course().possible()).isEqualTo(1);
        assertThat(view.course().optionalPossible()).isEqualTo(2);
        assertThat(view.block(outline.key("ch2"))).get().satisfies(chapter -> {
            assertThat(chapter.possible()).isZero();
            assertThat(chapter.optionalPossible()).isEqualTo(2);
        });
    }

    @Test
    void anUnregisteredLeafTypeLeavesNothingToDo() {
        // Given
        Outline outline =
                Outline.of("course-v1:Org+nothing+1").block("course", "c", "u").blocks("unheard_of", "u");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.course().possible()).isZero();
    }

    private static CourseView view(Outline outline) {
        CourseGraph graph = CourseGraph.of(1, outline.structure(1, AT), BlockTypes.USUAL);
        return CourseView.of(graph, graph.profile(Viewer.ANYBODY, AT));
    }
}
