package org.laurel.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.sample.KitTest;

/** Items are words; "bad" fails by itself, and with "away" infrastructure does. */
@KitTest
class EachAloneTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void anItemThatCannotBeWorkedOffDoesNotFailTheOthers() {
        // Given
        List<String> items = List.of("a", "bad", "b");

        // When
        List<String> results = EachAlone.apply(items, this::work, (item, failure) -> item + " failed");

        // Then
        assertThat(results).containsExactly("a done", "bad failed", "b done");
    }

    @Test
    void triesNoMoreWhenInfrastructureFailsAfterAnItemHasBeenWorkedOff() {
        // Given
        List<String> items = List.of("a", "bad", "away", "b");

        // When
        List<String> results = EachAlone.apply(items, this::work, (item, failure) -> item + " failed");

        // Then
        assertThat(results).containsExactly("a done", "bad failed", "away failed", "b failed");
        assertThat(done).containsExactly("a");
    }

    @Test
    void throwsAFailureOfInfrastructureWhenNothingHasBeenWorkedOff() {
        // Given
        List<String> items = List.of("bad", "away", "a");

        // When
        Throwable thrown =
                catchThrowable(() -> EachAlone.apply(items, this::work, (item, failure) -> item + " failed"));

        // Then
        assertThat(thrown).isNotNull();
        assertThat(Failures.isTransient(thrown)).isTrue();
        assertThat(done).isEmpty();
    }

    private List<String> work(List<String> items) {
        if (items.contains("bad")) {
            throw new IllegalStateException("bad");
        }
        if (items.contains("away")) {
            throw new Away();
        }
        done.addAll(items);
        return items.stream().map(item -> item + " done").toList();
    }

    private static final class Away extends RuntimeException implements PassingFailure {

        private static final long serialVersionUID = 1;

        @Override
        public String waitsFor() {
            return "infrastructure";
        }
    }
}
