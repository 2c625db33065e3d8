package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void findsWhatLiesBelowOneBlockOnly() {
        // Given
        Outline outline = Outline.small("course-v1:Org+within+1");
        CourseView view = view(outline);
        Aggregate chapter = view.block(outline.key("ch2")).orElseThrow();

        // When
        List<String> completable = view.completableWithin(chapter);

        // Then
        assertThat(completable).containsExactlyInAnyOrder(outline.key("d"), outline.key("oc"));
        assertThat(view.completableWithin(view.block(outline.key("a")).orElseThrow()))
                .containsExactly(outline.key("a"));
        assertThat(view.within(chapter)).containsExactly(chapter);
        assertThat(view.within(view.course())).isEqualTo(view.aggregates());
    }

    @Test
    void findsNothingBelowABlockThatIsClosed() {
        // Given
        Outline outline = Outline.small("course-v1:Org+closed+1").staffOnly("c");
        CourseGraph graph = CourseGraph.of(1, outline.structure(1, AT), BlockTypes.USUAL);

        // When
        CourseView view = CourseView.of(graph, graph.profile(Viewer.ANYBODY, AT));

        // Then
        assertThat(view.aggregates()).containsExactly(new Aggregate(0, outline.key("c"), "course", 0, 0));
        assertThat(view.sharesOf(outline.key("a"))).isEmpty();
        assertThat(view.block(outline.key("ch1"))).isEmpty();
        assertThat(view.isEarnable(view.course().number())).isFalse();
    }

    @Test
    void tellsHowABlockEntersTheSumOfAnyOtherAboveIt() {
        // Given
        Outline outline = Outline.of("course-v1:Org+share+1")
                .block("course", "c", "o", "ch")
                .block("chapter", "ch", "o")
                .block("library_content", "o", "h", "i")
                .blocks("html", "h", "i")
                .optional("ch");
        CourseView view = view(outline);
        Aggregate library = view.block(outline.key("o")).orElseThrow();
        Aggregate other = view.block(outline.key("i")).orElseThrow();

        // When
        Optional<Share> share = view.shareIn(library, outline.key("h"));

        // Then
        assertThat(share).contains(new Share(library, 1, 0));
        assertThat(view.shareIn(view.course(), outline.key("h"))).contains(new Share(view.course(), 1, 1));
        assertThat(view.shareIn(other, outline.key("i"))).contains(new Share(other, 1, 0));
        assertThat(view.shareIn(other, outline.key("h"))).isEmpty();
        assertThat(view.shareIn(library, outline.key("o"))).isEmpty();
        assertThat(view.shareIn(library, outline.key("nowhere"))).isEmpty();
    }

    @Test
    void keepsTheSumsOfAggregatedTypesOnly() {
        // Given
        Outline outline = Outline.small("course-v1:Org+keeps+1");

        // When
        CourseView view = view(outline);

        // Then
        assertThat(view.keepsSum(view.course())).isTrue();
        assertThat(view.keepsSum(view.block(outline.key("ch1")).orElseThrow())).isTrue();
        assertThat(view.keepsSum(view.block(outline.key("o")).orElseThrow())).isFalse();
        assertThat(view.keepsSum(view.block(outline.key("a")).orElseThrow())).isFalse();
    }

    @Test
    void whatIsReachedOnlyThroughAClosedOrUnchosenBlockEntersNoSum() {
        // Given
        Outline outline = Outline.of("course-v1:Org+closed+1")
                .block("course", "c", "ch1", "ch2")
                .block("chapter", "ch1", "v")
                .block("chapter", "ch2", "o")
                .block("library_content", "o", "v", "w")
                .block("vertical", "v", "h")
                .block("vertical", "w", "h")
                .blocks("html", "h")
                .staffOnly("ch1");
        Assignments chosen = new Assignments(Map.of(outline.key("o"), Set.of(outline.key("w"))), Map.of());

        // When
        CourseView view = view(outline).with(chosen, AT);

        // Then
        assertThat(view.sharesOf(outline.key("h")))
                .extracting(share -> share.aggregate().blockKey())
                .containsExactlyInAnyOrder(outline.key("c"), outline.key("ch2"), outline.key("w"));
        assertThat(view.block(outline.key("v"))).isEmpty();
        assertThat(view.profile()).isEqualTo(view(outline).profile());
    }

    private static CourseView view(Outline outline) {
        CourseGraph graph = CourseGraph.of(1, outline.structure(1, AT), BlockTypes.USUAL);
        return CourseView.of(graph, graph.profile(Viewer.ANYBODY, AT));
    }
}
