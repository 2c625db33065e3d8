package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.completion.Outline;
import org.laurel.events.key.CourseKey;

class StructureRulesTest {

    private static final String COURSE = "course-v1:Org+rules+1";
    private static final String UNCOUNTED = "is not a course block that counts";
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void takesACourseOfEitherKeyForm() {
        // Given
        List<CourseStructure> structures = Stream.of(COURSE, "edX/toy/2012_Fall")
                .map(course -> Outline.small(course).structure(1, AT))
                .toList();

        // When
        List<List<Violation>> found =
                structures.stream().map(StructureRules::violations).toList();

        // Then
        assertThat(found).allMatch(List::isEmpty);
    }

    static Stream<Arguments> broken() {
        Outline small = Outline.small(COURSE);
        CourseStructure good = small.structure(1, AT);
        List<StructureBlock> twice = new ArrayList<>(good.blocks());
        twice.add(good.blocks().getFirst());
        Outline deep = Outline.of(COURSE);
        for (int level = 0; level < 60; level++) {
            deep.block(level == 0 ? "course" : "wrapper", "l" + level, "l" + (level + 1));
        }
        Outline wide = Outline.of(COURSE).block("course", "l0", "a0", "b0");
        for (int level = 0; level < 20; level++) {
            wide.block("wrapper", "a" + level, "a" + (level + 1), "b" + (level + 1));
            wide.block("wrapper", "b" + level, "a" + (level + 1), "b" + (level + 1));
        }
        return Stream.of(
                Arguments.of(
                        with(good, "block-v1:Org+rules+1+type@course+block@other"), "root", "is none of the blocks"),
                Arguments.of(with(good, small.key("ch1")), "root", UNCOUNTED),
                Arguments.of(
                        Outline.of(COURSE).block("course", "c", "gone").structure(1, AT),
                        "blocks[0].children",
                        "names a block that is not there"),
                Arguments.of(
                        Outline.of(COURSE)
                                .block(
                                        "course",
                                        "c",
                                        Collections.nCopies(2, "h").toArray(String[]::new))
                                .blocks("html", "h")
                                .structure(1, AT),
                        "blocks[0].children",
                        "names a block twice"),
                Arguments.of(
                        Outline.of(COURSE)
                                .block("course", "c", "v")
                                .block("vertical", "v", "w")
                                .block("vertical", "w", "v")
                                .structure(1, AT),
                        "blocks",
                        "has a cycle"),
                Arguments.of(
                        new CourseStructure(good.courseKey(), 1, good.root(), twice, AT),
                        "blocks[10].block_key",
                        "is there twice"),
                Arguments.of(
                        new CourseStructure(new CourseKey("course-v1:Org+other+1"), 1, good.root(), good.blocks(), AT),
                        "blocks[0].block_key",
                        "is not a block key of this course run"),
                Arguments.of(
                        Outline.small(COURSE).mode("a", "sometimes").structure(1, AT),
                        "blocks[6].completion_mode",
                        "is none of completable, aggregator, excluded"),
                Arguments.of(small.structure(-1, AT), "version", "must not be negative"),
                Arguments.of(
                        small.structure(1, Instant.parse("+10000-01-01T00:00:00Z")),
                        "occurred_at",
                        "is outside the years 1 to 9999"),
                Arguments.of(
                        new CourseStructure(
                                good.courseKey(),
                                1,
                                good.root(),
                                Collections.nCopies(100_001, good.blocks().getFirst()),
                                AT),
                        "blocks",
                        "has more than 100,000 items"),
                Arguments.of(
                        Outline.of(COURSE)
                                .block("course", "c", "second")
                                .block("course", "second")
                                .structure(1, AT),
                        "blocks[1].type",
                        "is for the root only"),
                Arguments.of(root().mode("c", "completable").structure(1, AT), "root", UNCOUNTED),
                Arguments.of(root().mode("c", "excluded").structure(1, AT), "root", UNCOUNTED),
                Arguments.of(root().optional("c").structure(1, AT), "root", UNCOUNTED),
                Arguments.of(root().staffOnly("c").structure(1, AT), "root", UNCOUNTED),
                Arguments.of(deep.blocks("html", "l60").structure(1, AT), "blocks", "is deeper than 50 levels"),
                Arguments.of(
                        wide.blocks("html", "a20", "b20").structure(1, AT),
                        "blocks",
                        "has more than 200,000 ways from the root to blocks"));
    }

    /** Scenario 4 among others, as decided: an illegal mode is refused before anything is counted by it. */
    @ParameterizedTest
    @MethodSource("broken")
    void namesTheMemberThatBreaksARule(CourseStructure structure, String field, String message) {
        // When
        List<Violation> found = StructureRules.violations(structure);

        // Then
        assertThat(found).contains(new Violation(field, message));
    }

    @Test
    void takesVersionZeroAndARootThatDeclaresWhatItIs() {
        // Given
        CourseStructure structure = root().mode("c", "aggregator").structure(0, AT);

        // When
        List<Violation> found = StructureRules.violations(structure);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void looksAtEachOfAHundredThousandBlocksUntilTwentyRulesAreBroken() {
        // Given
        CourseStructure small = Outline.small(COURSE).structure(1, AT);
        List<StructureBlock> most = Collections.nCopies(100_000, small.blocks().getFirst());

        // When
        List<Violation> found =
                StructureRules.violations(new CourseStructure(small.courseKey(), 1, small.root(), most, AT));

        // Then
        assertThat(found)
                .hasSize(20)
                .startsWith(new Violation("blocks[1].block_key", "is there twice"))
                .endsWith(new Violation("blocks[20].block_key", "is there twice"));
    }

    @Test
    void namesBrokenFormAndMissingChildrenTogetherAndLeavesTheRestForLater() {
        // Given
        CourseStructure structure = Outline.of(COURSE)
                .block("course", "c", "second", "gone")
                .block("course", "second", "c")
                .mode("second", "sometimes")
                .structure(1, AT);

        // When
        List<Violation> found = StructureRules.violations(structure);

        // Then
        assertThat(found)
                .containsExactly(
                        new Violation("blocks[1].completion_mode", "is none of completable, aggregator, excluded"),
                        new Violation("blocks[0].children", "names a block that is not there"));
    }

    private static Outline root() {
        return Outline.of(COURSE).block("course", "c", "h").blocks("html", "h");
    }

    private static CourseStructure with(CourseStructure structure, String root) {
        return new CourseStructure(
                structure.courseKey(), structure.version(), root, structure.blocks(), structure.occurredAt());
    }
}
