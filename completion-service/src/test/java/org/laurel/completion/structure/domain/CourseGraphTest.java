package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;

class CourseGraphTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Outline SMALL = Outline.small("course-v1:Org+graph+1");

    @Test
    void numbersParentsBelowTheirChildrenWhateverTheOrderOfTheStructure() {
        // Given
        Outline outline = Outline.of("course-v1:Org+graph+1")
                .block("course", "c", "v", "ch")
                .block("vertical", "v", "h")
                .block("chapter", "ch", "v")
                .blocks("html", "h");

        // When
        CourseGraph graph = graph(outline);

        // Then
        assertThat(graph.numbers())
                .isEqualTo(Map.of(outline.key("c"), 0, outline.key("ch"), 1, outline.key("v"), 2, outline.key("h"), 3));
        assertThat(graph.aggregates()).containsExactly(0, 2, 1);
        assertThat(graph.node(2).parents()).containsExactly(0, 1);
        assertThat(graph.node(0).children()).containsExactly(2, 1);
        assertThat(graph.node(3).parents()).containsExactly(2);
    }

    @Test
    void hasWhatCountsForNobodyAmongTheOthers() {
        // When
        CourseGraph graph = graph(SMALL);

        // Then
        assertThat(graph.others()).containsExactly(SMALL.key("x"));
        assertThat(graph.size()).isEqualTo(10);
        assertThat(graph.has(SMALL.key("x"))).isTrue();
        assertThat(graph.has(SMALL.key("a"))).isTrue();
        assertThat(graph.has(SMALL.key("nowhere"))).isFalse();
    }

    @Test
    void hasTitlesOfBlocksWhoseSumsAreKeptOnly() {
        // When
        CourseGraph graph = graph(SMALL);

        // Then
        assertThat(graph.nodes().stream().map(CourseGraph.Node::displayName))
                .containsExactlyInAnyOrder(
                        "Block c", "Block ch1", "Block ch2", "Block e", null, null, null, null, null);
        assertThat(graph.displayName(view(graph).course())).isEqualTo("Block c");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:59:59Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:01Z, 2026-01-01T00:00:01Z"
    })
    void countsSinceTheLaterOfStructureAndRegistry(Instant registry, Instant expected) {
        // Given
        BlockTypes types = new BlockTypes(1, BlockTypes.USUAL.modes(), BlockTypes.USUAL.aggregated(), registry);

        // When
        CourseGraph graph = CourseGraph.of(1, SMALL.structure(1, AT), types);

        // Then
        assertThat(graph.occurredAt()).isEqualTo(expected);
    }

    @Test
    void hasEachReleaseOnceInOrderButThoseOfBlocksForStaff() {
        // Given
        Outline outline = Outline.small("course-v1:Org+graph+1")
                .release("a", JUNE)
                .release("b", MAY)
                .release("d", JUNE)
                .release("oc", MAY.minusSeconds(1))
                .staffOnly("oc")
                .release("x", MAY.plusSeconds(1));

        // When
        CourseGraph graph = graph(outline);

        // Then
        assertThat(graph.releases()).containsExactly(MAY, JUNE);
    }

    @Test
    void hasTheGroupsThatRestrictBlocksInLowerCase() {
        // Given
        Outline outline = Outline.small("course-v1:Org+graph+1")
                .groups("a", "Verified", "NIGHT")
                .groups("d", "night")
                .groups("x", "uncounted");

        // When
        CourseGraph graph = graph(outline);

        // Then
        assertThat(graph.groups()).isEqualTo(Set.of("verified", "night"));
    }

    @Test
    void whatHangsBelowOptionalBlocksOnlyIsOptional() {
        // Given
        Outline outline = Outline.of("course-v1:Org+graph+1")
                .block("course", "c", "ch1", "ch2")
                .block("chapter", "ch1", "only", "both")
                .block("chapter", "ch2", "both")
                .blocks("html", "only", "both")
                .optional("ch1");

        // When
        CourseGraph graph = graph(outline);

        // Then
        assertThat(graph.nodes().stream().filter(CourseGraph.Node::optional).map(CourseGraph.Node::blockKey))
                .containsExactlyInAnyOrder(outline.key("ch1"), outline.key("only"));
    }

    @Test
    void isCompletableWhenAnythingInItIs() {
        // Given
        Outline empty =
                Outline.of("course-v1:Org+graph+1").block("course", "c", "e").blocks("chapter", "e");

        // When
        CourseGraph graph = graph(empty);

        // Then
        assertThat(graph.isCompletable()).isFalse();
        assertThat(graph(SMALL).isCompletable()).isTrue();
    }

    private static CourseView view(CourseGraph graph) {
        return CourseView.of(graph, graph.makers());
    }

    private static CourseGraph graph(Outline outline) {
        return CourseGraph.of(1, outline.structure(1, AT), BlockTypes.USUAL);
    }
}
