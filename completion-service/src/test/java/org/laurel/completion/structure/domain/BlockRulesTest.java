package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.key.CourseKey;

class BlockRulesTest {

    private static final CourseKey COURSE = new CourseKey("course-v1:Org+rules+1");
    private static final String KEY = "block-v1:Org+rules+1+type@html+block@b";

    /** One character for readers, two for Java. */
    private static final String WIDE = "😀";

    private static final String ONE_TO_100 = "takes 1 to 100 characters";
    private static final String MODES = "is none of completable, aggregator, excluded";
    private static final String YEARS = "is outside the years 1 to 9999";
    private static final String GROUPS = "takes items of 1 to 255 characters on one line";
    private static final String NO_KEY = "is not a block key of this course run";

    static Stream<StructureBlock> kept() {
        return Stream.of(
                typed("h"),
                typed("h".repeat(100)),
                typed(WIDE.repeat(100)),
                named(null),
                named(""),
                named("n".repeat(255)),
                named(WIDE.repeat(255)),
                named("two\nlines"),
                declaring(null),
                declaring("completable"),
                declaring("aggregator"),
                declaring("excluded"),
                above(0),
                above(10_000),
                forGroups(null),
                forGroups(List.of()),
                forGroups(Collections.nCopies(1_000, "g")),
                forGroups(List.of("g".repeat(255), WIDE.repeat(255))),
                released(null),
                released("0001-01-01T00:00:00Z"),
                released("9999-12-31T23:59:59.999999999Z"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void takesWhatIsJustWithinTheBounds(StructureBlock block) {
        // Given
        Violations found = new Violations();

        // When
        BlockRules.check(block, "blocks[3]", COURSE, found);

        // Then
        assertThat(found.list()).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(typed(""), "type", ONE_TO_100),
                Arguments.of(typed("h".repeat(101)), "type", ONE_TO_100),
                Arguments.of(typed(WIDE.repeat(101)), "type", ONE_TO_100),
                Arguments.of(typed("h\0"), "type", ONE_TO_100),
                Arguments.of(typed("\0h"), "type", ONE_TO_100),
                Arguments.of(named("n".repeat(256)), "display_name", "takes at most 255 characters"),
                Arguments.of(named(WIDE.repeat(256)), "display_name", "takes at most 255 characters"),
                Arguments.of(named("\0"), "display_name", "takes at most 255 characters"),
                Arguments.of(declaring("COMPLETABLE"), "completion_mode", MODES),
                Arguments.of(declaring(""), "completion_mode", MODES),
                Arguments.of(above(10_001), "children", "has more than 10,000 items"),
                Arguments.of(forGroups(Collections.nCopies(1_001, "g")), "groups", "has more than 1,000 items"),
                Arguments.of(forGroups(List.of("g", "")), "groups", GROUPS),
                Arguments.of(forGroups(List.of("g".repeat(256))), "groups", GROUPS),
                Arguments.of(forGroups(List.of("one\nmore")), "groups", GROUPS),
                Arguments.of(forGroups(List.of("\ng")), "groups", GROUPS),
                Arguments.of(forGroups(List.of("\0g")), "groups", GROUPS),
                Arguments.of(released("0000-12-31T23:59:59.999999999Z"), "release_at", YEARS),
                Arguments.of(released("+10000-01-01T00:00:00Z"), "release_at", YEARS),
                Arguments.of(keyed("block-v1:Org+rules+2+type@html+block@b"), "block_key", NO_KEY),
                Arguments.of(keyed("i4x://Org/rules/html/b"), "block_key", NO_KEY),
                Arguments.of(keyed("block-v1:Org+rules+1+type@html"), "block_key", NO_KEY),
                Arguments.of(keyed(""), "block_key", NO_KEY));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesTheMemberThatIsOutsideTheBounds(StructureBlock block, String member, String message) {
        // Given
        Violations found = new Violations();

        // When
        BlockRules.check(block, "blocks[3]", COURSE, found);

        // Then
        assertThat(found.list()).containsExactly(new Violation("blocks[3]." + member, message));
    }

    private static StructureBlock keyed(String key) {
        return new StructureBlock(key, "html", null, List.of(), null, false, false, null, null);
    }

    private static StructureBlock typed(String type) {
        return new StructureBlock(KEY, type, null, List.of(), null, false, false, null, null);
    }

    private static StructureBlock named(@Nullable String name) {
        return new StructureBlock(KEY, "html", name, List.of(), null, false, false, null, null);
    }

    private static StructureBlock declaring(@Nullable String mode) {
        return new StructureBlock(KEY, "html", null, List.of(), mode, false, false, null, null);
    }

    private static StructureBlock above(int children) {
        return new StructureBlock(
                KEY, "html", null, Collections.nCopies(children, KEY), null, false, false, null, null);
    }

    private static StructureBlock forGroups(@Nullable List<String> groups) {
        return new StructureBlock(KEY, "html", null, List.of(), null, false, false, groups, null);
    }

    private static StructureBlock released(@Nullable String at) {
        Instant time = at == null ? null : Instant.parse(at);
        return new StructureBlock(KEY, "html", null, List.of(), null, false, false, null, time);
    }
}
