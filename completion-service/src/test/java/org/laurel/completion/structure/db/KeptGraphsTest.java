package org.laurel.completion.structure.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.completion.Outline;
import org.laurel.completion.Platform;
import org.laurel.completion.structure.db.CourseGraphs.GraphKey;
import org.laurel.completion.structure.domain.BlockTypes;
import org.laurel.completion.structure.domain.CourseGraph;
import org.laurel.completion.structure.domain.CourseView;
import org.laurel.completion.structure.domain.Profile;

class KeptGraphsTest {

    private static final GraphKey KEY = new GraphKey(1, 0);

    /** A graph of eight blocks takes some 2.8 kB, each view of it 0.6 kB. */
    private final KeptGraphs kept = new KeptGraphs(20_000);

    private final List<List<GraphKey>> loads = new ArrayList<>();

    @Test
    void loadsWhatIsMissingTogetherAndOnce() {
        // Given
        kept.graphs(List.of(KEY), this::load);

        // When
        Map<GraphKey, CourseGraph> graphs =
                kept.graphs(List.of(new GraphKey(3, 0), KEY, new GraphKey(2, 0)), this::load);

        // Then
        assertThat(graphs).hasSize(3);
        assertThat(loads).containsExactly(List.of(KEY), List.of(new GraphKey(2, 0), new GraphKey(3, 0)));
        assertThat(kept.graphs(graphs.keySet(), this::load)).isEqualTo(graphs);
        assertThat(loads).hasSize(2);
    }

    @Test
    void dropsTheViewsOfAGraphThatWereNotUsedForLongest() {
        // Given
        kept.graphs(List.of(KEY, new GraphKey(2, 0)), this::load);
        CourseView used = view(0);

        // When
        for (int audience = 1; audience < 1_000; audience++) {
            view(audience);
            view(0);
        }

        // Then
        assertThat(kept.views(KEY)).isBetween(2, 20);
        assertThat(view(0)).isSameAs(used);
        assertThat(kept.size()).as("graphs of others").isEqualTo(2);
    }

    @Test
    void dropsTheGraphsThatWereNotUsedForLongest() {
        // When
        kept.graphs(IntStream.range(0, 100).mapToObj(i -> new GraphKey(i, 0)).toList(), this::load);

        // Then
        assertThat(kept.size()).isBetween(2, 10);
        kept.graphs(List.of(new GraphKey(0, 0)), this::load);
        assertThat(loads).hasSize(2);
    }

    @Test
    void letsOneOfSeveralThreadsLoadWhatAllMiss() throws Exception {
        // Given
        AtomicInteger loaded = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (List<GraphKey> keys : List.of(keys(5, 6), keys(6, 5), keys(6, 7, 5), keys(7, 6))) {
                threads.add(pool.submit(() -> {
                    start.await();
                    return kept.graphs(keys, missing -> {
                        loaded.addAndGet(missing.size());
                        return graphs(missing);
                    });
                }));
            }

            // When
            start.countDown();
            for (Future<?> thread : threads) {
                thread.get();
            }
        }

        // Then
        assertThat(loaded.get()).isEqualTo(3);
    }

    private CourseView view(int audience) {
        CourseGraph graph =
                Objects.requireNonNull(kept.graphs(List.of(KEY), this::load).get(KEY));
        return kept.view(KEY, new Profile(1, 0, 0, "group" + audience), graph);
    }

    private Map<GraphKey, CourseGraph> load(List<GraphKey> keys) {
        loads.add(List.copyOf(keys));
        return graphs(keys);
    }

    private static Map<GraphKey, CourseGraph> graphs(List<GraphKey> keys) {
        Outline outline = Outline.small("course-v1:Org+kept+1");
        return keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> CourseGraph.of(
                                key.structureId(), outline.structure(1, Platform.at(0)), BlockTypes.USUAL)));
    }

    private static List<GraphKey> keys(long... structures) {
        return IntStream.range(0, structures.length)
                .mapToObj(i -> new GraphKey(structures[i], 0))
                .toList();
    }
}
