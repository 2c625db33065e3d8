package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.label;
import static org.laurel.sample.Sample.labelled;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;

/** Facts of two topics in whatever order they arrive. */
@KitTest
class ArrivalOrderTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @Inject
    EventBatch batch;

    private final String learner = learner();

    @Test
    void anOlderFactAfterANewerOneChangesNothing() {
        // Given
        batch.handle(List.of(record(labelled(learner, "newer", NOON))));

        // When
        batch.handle(List.of(record(labelled(learner, "older", NOON.minusSeconds(1)))));

        // Then
        assertThat(label(learner)).isEqualTo("newer");
    }

    @Test
    void anOlderFactAfterANewerOneOfTheSameBatchChangesNothing() {
        // Given
        RawRecord newer = record(labelled(learner, "newer", NOON));
        RawRecord older = record(labelled(learner, "older", NOON.minusSeconds(1)));

        // When
        batch.handle(List.of(newer, older));

        // Then
        assertThat(label(learner)).isEqualTo("newer");
    }

    @Test
    void theSequenceDecidesBetweenFactsOfOneTime() {
        // Given
        batch.handle(List.of(record(labelled(learner, "tenth", NOON).withSequence(10))));

        // When
        batch.handle(List.of(record(labelled(learner, "ninth", NOON).withSequence(9))));

        // Then
        assertThat(label(learner)).isEqualTo("tenth");
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyInterleavingOfTopicsEndsInTheSameState(int seed) {
        // Given
        Random random = new Random(seed);
        List<List<RawRecord>> polls = polls(interleaved(additions(), labels(), random), random);

        // When
        polls.forEach(batch::handle);

        // Then
        assertThat(total(learner)).isEqualTo(1 + 2 + 3 + 4 + 5);
        assertThat(label(learner)).isEqualTo("newest");
    }

    private List<PlatformEvent> additions() {
        return IntStream.rangeClosed(1, 5).mapToObj(n -> added(learner, n)).toList();
    }

    /** In an order of publication that is not that of business time. */
    private List<PlatformEvent> labels() {
        return List.of(
                labelled(learner, "second", NOON.plusSeconds(1)),
                labelled(learner, "first", NOON),
                labelled(learner, "newest", NOON.plusSeconds(2)).withSequence(2),
                labelled(learner, "before newest", NOON.plusSeconds(2)).withSequence(1),
                labelled(learner, "without sequence", NOON.plusSeconds(2)));
    }

    /** Each topic keeps its order, and about every third record comes a second time. */
    private static List<RawRecord> interleaved(List<PlatformEvent> one, List<PlatformEvent> other, Random random) {
        Deque<PlatformEvent> left = new ArrayDeque<>(one);
        Deque<PlatformEvent> right = new ArrayDeque<>(other);
        List<RawRecord> records = new ArrayList<>();
        while (!left.isEmpty() || !right.isEmpty()) {
            boolean fromLeft = right.isEmpty() || (!left.isEmpty() && random.nextBoolean());
            PlatformEvent next = (fromLeft ? left : right).removeFirst();
            records.add(record(next));
            if (random.nextInt(3) == 0) {
                records.add(record(next));
            }
        }
        return records;
    }

    private static List<List<RawRecord>> polls(List<RawRecord> records, Random random) {
        List<List<RawRecord>> polls = new ArrayList<>();
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(4));
            polls.add(records.subList(from, to));
            from = to;
        }
        return polls;
    }
}
