package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;

class StructureIndexTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsWhatCanBeCompletedBelowEachAggregatedBlock() {
        // Given
        Outline outline = Outline.small("course-v1:Org+small+1");

        // When
        StructureIndex index = index(outline);

        // Then
        assertThat(index.aggregates())
                .containsExactly(
                        new Aggregate(outline.key("c"), "course", 4),
                        new Aggregate(outline.key("ch1"), "chapter", 2),
                        new Aggregate(outline.key("ch2"), "chapter", 2),
                        new Aggregate(outline.key("e"), "chapter", 0));
    }

    @Test
    void sumsThroughAnAggregatorThatKeepsNoSumOfItsOwn() {
        // Given
        Outline outline = Outline.small("course-v1:Org+small+1");

        // When
        StructureIndex index = index(outline);

        // Then
        assertThat(index.sharesOf(outline.key("oc")))
                .extracting(share -> index.aggregate(share).blockKey())
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
        StructureIndex index = index(outline);

        // Then
        assertThat(index.aggregates()).extracting(Aggregate::possible).containsExactly(3L, 1L, 1L, 2L);
        assertThat(index.sharesOf(outline.key("h")))
                .containsExactlyInAnyOrder(new Share(0, 3), new Share(1, 1), new Share(2, 1), new Share(3, 2));
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
        StructureIndex index = index(outline);

        // Then
        assertThat(index.shares()).containsOnlyKeys(outline.key("p"), outline.key("v"));
        assertThat(index.course().possible()).isEqualTo(2);
    }

    @Test
    void leavesOptionalBlocksAndThoseForStaffOutOfTheTotals() {
        // Given
        Outline outline = Outline.small("course-v1:Org+some+1").optional("ch2").staffOnly("a");

        // When
        StructureIndex index = index(outline);

        // Then
        assertThat(index.course().possible()).isEqualTo(1);
        assertThat(index.ofType("chapter"))
                .extracting(Aggregate::blockKey)
                .containsExactly(outline.key("ch1"), outline.key("e"));
    }

    @Test
    void anUnregisteredLeafTypeLeavesNothingToDo() {
        // Given
        Outline outline =
                Outline.of("course-v1:Org+nothing+1").block("course", "c", "u").blocks("unheard_of", "u");

        // When
        StructureIndex index = index(outline);

        // Then
        assertThat(index.course().possible()).isZero();
    }

    private static StructureIndex index(Outline outline) {
        return StructureIndex.of(1, outline.structure(1, AT));
    }
}
