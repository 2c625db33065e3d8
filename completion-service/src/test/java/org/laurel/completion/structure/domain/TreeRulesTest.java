package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.completion.Outline;

class TreeRulesTest {

    private static final String COURSE = "course-v1:Org+rules+1";
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    /** Each layer of two doubles the ways to the next: 1 to {@code a0}, 32,768 to {@code a15}. */
    private static final int LAYERS = 16;

    @ParameterizedTest
    @CsvSource({"1, true", "50, true", "51, false"})
    void takesUpToFiftyLevels(int levels, boolean taken) {
        // Given
        Outline chain = Outline.of(COURSE);
        for (int level = 0; level < levels - 1; level++) {
            chain.block(level == 0 ? "course" : "wrapper", "l" + level, "l" + (level + 1));
        }
        chain.block(levels == 1 ? "course" : "wrapper", "l" + (levels - 1));

        // When
        List<Violation> found = check(chain);

        // Then
        assertThat(found.isEmpty()).isEqualTo(taken);
        assertThat(found).allMatch(one -> one.message().equals("is deeper than 50 levels"));
    }

    @Test
    void takesTwoHundredThousandWays() {
        // Given
        Outline outline = ways200Thousand("a0", "b0");

        // When
        List<Violation> found = check(outline);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void refusesOneWayMore() {
        // Given
        Outline outline = ways200Thousand("a0", "b0", "more").blocks("html", "more");

        // When
        List<Violation> found = check(outline);

        // Then
        assertThat(found)
                .containsExactly(new Violation("blocks", "has more than 200,000 ways from the root to blocks"));
    }

    @Test
    void aBlockWhichNothingLeadsToIsNoWay() {
        // Given
        Outline outline =
                ways200Thousand("a0", "b0").block("wrapper", "loose", "below").blocks("html", "below");

        // When
        List<Violation> found = check(outline);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void findsACycleThatNothingLeadsTo() {
        // Given
        Outline outline = Outline.of(COURSE)
                .block("course", "c", "h")
                .blocks("html", "h")
                .block("wrapper", "v", "w")
                .block("wrapper", "w", "v");

        // When
        List<Violation> found = check(outline);

        // Then
        assertThat(found).containsExactly(new Violation("blocks", "has a cycle"));
    }

    /** 131,071 ways to the root and the layers, and 68,929 to {@code leaf}. */
    private static Outline ways200Thousand(String... belowTheCourse) {
        Outline outline = Outline.of(COURSE).block("course", "c", belowTheCourse);
        List<String> leafBelow = List.of("a15", "b15", "a11", "a10", "a8", "a6", "a0");
        for (int layer = 0; layer < LAYERS; layer++) {
            for (String side : List.of("a", "b")) {
                List<String> children = new ArrayList<>();
                if (layer < LAYERS - 1) {
                    children.add("a" + (layer + 1));
                    children.add("b" + (layer + 1));
                }
                if (leafBelow.contains(side + layer)) {
                    children.add("leaf");
                }
                outline.block("wrapper", side + layer, children.toArray(String[]::new));
            }
        }
        return outline.blocks("html", "leaf");
    }

    private static List<Violation> check(Outline outline) {
        return StructureRules.violations(outline.structure(1, AT));
    }
}
