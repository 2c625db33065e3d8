package org.laurel.enrollment.allowed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.enrollment.Scene;
import org.laurel.enrollment.allowed.db.AllowedTable;
import org.laurel.enrollment.allowed.domain.Allowance;
import org.laurel.enrollment.allowed.domain.AllowedKey;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.test.LaurelInfrastructure;

/** Lists that name the same addresses in different orders. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class AllowedOrderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Cause CAUSE = Cause.of("somebody", "c1");
    private static final int ROUNDS = 25;

    private final Scene scene = new Scene();

    @Inject
    AllowedTable allowed;

    @Test
    void neverBlockEachOtherForGood() throws Exception {
        // Given
        scene.open();
        CourseKey courseKey = new CourseKey(scene.course());
        List<AllowedKey> keys = IntStream.range(0, 200)
                .mapToObj(i -> new AllowedKey(scene.email("p" + i), courseKey))
                .toList();
        Callable<Integer> there = () -> rounds(keys);
        Callable<Integer> back = () -> rounds(keys.reversed());

        // When
        List<Future<Integer>> done;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            done = both.invokeAll(List.of(there, back));
        }

        // Then
        assertThat(done).extracting(Future::get).containsOnly(ROUNDS);
    }

    /** Allows the addresses, changes what is allowed, and takes it back. */
    private int rounds(List<AllowedKey> keys) {
        for (int i = 0; i < ROUNDS; i++) {
            Stream.of(true, false)
                    .forEach(autoEnroll -> QuarkusTransaction.requiringNew()
                            .run(() -> allowed.save(
                                    keys.stream()
                                            .map(key -> new Allowance(key, autoEnroll, CAUSE))
                                            .toList(),
                                    NOON)));
            QuarkusTransaction.requiringNew().run(() -> allowed.delete(keys, CAUSE));
        }
        return ROUNDS;
    }
}
