package org.laurel.completion.structure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.completion.Platform;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

class BlockTypesRulesTest {

    private static final Map<String, String> MODES =
            Map.of("course", "aggregator", "unit", "aggregator", "html", "completable", "talk", "excluded");

    @Test
    void acceptsARegistryWhoseSumsAreOfAggregators() {
        assertThat(BlockTypesRules.violations(MODES, Set.of("course", "unit"))).isEmpty();
        assertThat(BlockTypesRules.violations(MODES, Set.of("course"))).isEmpty();
    }

    @Test
    void wantsTheCourseToBeAnAggregatorWhoseSumIsKept() {
        assertThat(fields(MODES, "unit")).containsExactly("aggregated");
        assertThat(fields(with("course", "completable"), "unit")).containsExactly("aggregated");
        assertThat(fields(Map.of(), "course")).containsExactly("aggregated", "aggregated");
    }

    @Test
    void wantsSumsOfAggregatorsOnly() {
        assertThat(fields(MODES, "course", "html")).containsExactly("aggregated");
        assertThat(fields(MODES, "course", "unheard_of")).containsExactly("aggregated");
    }

    @Test
    void wantsNamesAndModes() {
        assertThat(fields(with("", "excluded"), "course")).containsExactly("types.");
        assertThat(fields(with("a".repeat(100), "excluded"), "course")).isEmpty();
        assertThat(fields(with("a".repeat(101), "excluded"), "course")).hasSize(1);
        assertThat(fields(with("drag-and-drop_V2", "excluded"), "course")).isEmpty();
        for (String name : List.of("a\nb", "a,b", "a b", "a.b", "ä", "a+b", "a@b", "a/b")) {
            assertThat(fields(with(name, "excluded"), "course")).as(name).hasSize(1);
        }
        assertThat(fields(with("poll", "AGGREGATOR"), "course")).containsExactly("types.poll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"course_key", "completion", "username", "mean"})
    void wantsNoSumsWhoseNamesAreMembersOfAnswersAlready(String name) {
        assertThat(fields(with(name, "aggregator"), "course")).isEmpty();
        assertThat(fields(with(name, "aggregator"), "course", name)).containsExactly("aggregated");
    }

    @Test
    void takesAThousandTypes() {
        // Given
        Map<String, String> many = new HashMap<>(Map.of("course", "aggregator"));
        for (int i = 1; i < 1_000; i++) {
            many.put("type" + i, "completable");
        }

        // When
        List<String> full = fields(many, "course");

        // Then
        assertThat(full).isEmpty();
        many.put("one_more", "completable");
        assertThat(fields(many, "course")).containsExactly("types");
    }

    @Test
    void addsAVersionForWhatDoesNotHoldYet() {
        // Given
        ReplaceBlockTypes command = command(new ExpectedVersion.OneOf(Set.of(0L)));

        // When
        BlockTypesOutcome outcome = BlockTypesOutcome.decide(command, BlockTypes.USUAL);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(BlockTypesOutcome.Held.class, held -> {
            assertThat(held.added()).isTrue();
            assertThat(held.types().version()).isEqualTo(1);
            assertThat(held.types().since()).isEqualTo(Platform.at(1));
            assertThat(BlockTypesOutcome.decide(command(new ExpectedVersion.Whatever()), held.types()))
                    .isEqualTo(new BlockTypesOutcome.Held(held.types(), false));
            assertThat(BlockTypesOutcome.decide(command, held.types())).isEqualTo(new BlockTypesOutcome.Outdated(1));
        });
    }

    private static ReplaceBlockTypes command(ExpectedVersion expected) {
        return new ReplaceBlockTypes(MODES, Set.of("course"), expected, Platform.at(1), Cause.of("test", "types"));
    }

    private static Map<String, String> with(String type, String mode) {
        Map<String, String> modes = new HashMap<>(MODES);
        modes.put(type, mode);
        return modes;
    }

    private static List<String> fields(Map<String, String> modes, String... aggregated) {
        return BlockTypesRules.violations(modes, List.of(aggregated)).stream()
                .map(Violation::field)
                .toList();
    }
}
