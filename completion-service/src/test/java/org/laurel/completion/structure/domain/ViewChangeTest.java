package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;

class ViewChangeTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Outline OUTLINE = Outline.small("course-v1:Org+change+1");

    @Test
    void namesNothingBetweenTwoViewsThatAreAlike() {
        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(OUTLINE));

        // Then
        assertThat(change).isEqualTo(ViewChange.NONE);
        assertThat(change.size()).isZero();
    }

    @Test
    void namesOnlyWhatLiesAboveANewBlock() {
        // Given
        Outline more = Outline.small("course-v1:Org+change+1")
                .block("chapter", "ch1", "a", "b", "new")
                .blocks("html", "new");

        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(more));

        // Then
        assertThat(change.blocks()).containsOnlyKeys(more.key("new"));
        assertThat(change.kept()).containsOnlyKeys(more.key("c"), more.key("ch1"));
        assertThat(change.gone()).isEmpty();
    }

    @Test
    void movesABlockFromOneParentToTheOther() {
        // Given
        Outline moved = Outline.small("course-v1:Org+change+1")
                .block("chapter", "ch1", "a")
                .block("chapter", "ch2", "d", "x", "o", "b");

        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(moved));

        // Then
        assertThat(change.blocks()).containsOnlyKeys(moved.key("b"));
        assertThat(change.blocks().get(moved.key("b")))
                .extracting(share -> share.aggregate().blockKey(), Share::ways)
                .containsExactlyInAnyOrder(tuple(moved.key("ch1"), -1L), tuple(moved.key("ch2"), 1L));
        assertThat(change.kept()).containsOnlyKeys(moved.key("ch1"), moved.key("ch2"));
    }

    @Test
    void namesAChapterThatIsGone() {
        // Given
        Outline less = Outline.small("course-v1:Org+change+1").block("course", "c", "ch1", "e");

        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(less));

        // Then
        assertThat(change.gone()).containsExactly(OUTLINE.key("ch2"));
        assertThat(change.blocks()).containsOnlyKeys(OUTLINE.key("d"), OUTLINE.key("oc"));
        assertThat(change.kept()).containsOnlyKeys(OUTLINE.key("c"));
    }

    @Test
    void namesABlockThatTurnsOptional() {
        // Given
        Outline optional = Outline.small("course-v1:Org+change+1").optional("b");

        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(optional));

        // Then
        assertThat(change.blocks()).containsOnlyKeys(optional.key("b"));
        assertThat(change.blocks().get(optional.key("b")))
                .extracting(share -> share.aggregate().blockKey(), Share::ways, Share::optionalWays)
                .containsExactlyInAnyOrder(tuple(optional.key("c"), -1L, 1L), tuple(optional.key("ch1"), -1L, 1L));
        assertThat(change.size()).isEqualTo(3);
    }

    @Test
    void namesASumThatReachesElsewhereAndCountsAllThatItNames() {
        // Given
        Outline swapped = Outline.of("course-v1:Org+change+1")
                .block("course", "c", "ch1", "new")
                .block("chapter", "ch1", "a", "b")
                .block("chapter", "new", "d", "oc")
                .blocks("html", "a", "b", "d", "oc");

        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(swapped));

        // Then
        assertThat(change.blocks()).containsOnlyKeys(swapped.key("d"), swapped.key("oc"));
        assertThat(change.kept()).containsOnlyKeys(swapped.key("new"));
        assertThat(change.gone()).containsExactlyInAnyOrder(OUTLINE.key("ch2"), OUTLINE.key("e"));
        assertThat(change.size()).isEqualTo(5);
    }

    @Test
    void namesANewChapterAlsoWhenNothingLiesBelowIt() {
        // Given
        Outline more = Outline.small("course-v1:Org+change+1")
                .block("course", "c", "ch1", "ch2", "e", "new")
                .block("chapter", "new");

        // When
        ViewChange change = ViewChange.between(view(OUTLINE), view(more));

        // Then
        assertThat(change.blocks()).isEmpty();
        assertThat(change.kept()).containsOnlyKeys(more.key("new"));
        assertThat(change.gone()).isEmpty();
    }

    private static CourseView view(Outline outline) {
        CourseGraph graph = CourseGraph.of(1, outline.structure(1, AT), BlockTypes.USUAL);
        return CourseView.of(graph, graph.profile(Viewer.ANYBODY, AT));
    }
}
