package org.laurel.completion.progress.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GraphGroupsTest {

    private record Item(String name, @Nullable String graph, long blocks) {}

    @Test
    void keepsTogetherWhatFitsAndWhatNeedsTheSameGraph() {
        // Given
        List<Item> items = List.of(
                new Item("a1", "A", 40),
                new Item("b1", "B", 70),
                new Item("none", null, 0),
                new Item("a2", "A", 40),
                new Item("c1", "C", 30),
                new Item("huge", "D", 500),
                new Item("e1", "E", 1));

        // When
        List<List<Item>> groups = GraphGroups.of(items, Item::graph, Item::blocks, 100);

        // Then
        assertThat(groups)
                .map(group -> group.stream().map(Item::name).toList())
                .containsExactly(List.of("a1", "a2"), List.of("b1", "none", "c1"), List.of("huge"), List.of("e1"));
    }

    @Test
    void makesNoGroupOfNothing() {
        // When
        List<List<Item>> groups = GraphGroups.of(List.<Item>of(), Item::graph, Item::blocks, 100);

        // Then
        assertThat(groups).isEmpty();
    }
}
