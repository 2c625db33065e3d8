package org.laurel.kit.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers for a short while what was read, for counts that may lag behind a little. While one thread reads, others that ask
 * for the same wait for its answer, so many requests at once cost one read. Safe for use by many threads.
 *
 * @param <K> what was asked for; a value
 * @param <V> the answer, never null
 */
public final class Recently<K, V> {

    /** How old an answer may be that stands in for a count. */
    public static final Duration COUNT = Duration.ofSeconds(10);

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration age;
    private final int most;

    private record Kept<V>(V value, Instant until) {}

    /**
     * Remembers nothing yet.
     *
     * @param age how long an answer counts
     * @param most how many answers are kept; beyond that the old ones go, or all when none is old
     */
    public Recently(Clock clock, Duration age, int most) {
        this.clock = clock;
        this.age = age;
        this.most = most;
    }

    /** The remembered answer, or what is read now. A read that fails is not remembered. */
    public V get(K key, Function<? super K, ? extends V> read) {
        Instant now = clock.instant();
        if (kept.size() >= most && !kept.containsKey(key)) {
            kept.values().removeIf(old -> !old.until().isAfter(now));
            if (kept.size() >= most) {
                kept.clear();
            }
        }
        return kept.compute(
                        key,
                        (same, old) -> old != null && old.until().isAfter(now)
                                ? old
                                : new Kept<>(read.apply(same), now.plus(age)))
                .value();
    }
}
