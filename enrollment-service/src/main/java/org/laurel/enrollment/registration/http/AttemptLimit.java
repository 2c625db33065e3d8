package org.laurel.enrollment.registration.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/**
 * Slows down those who try the same thing again and again. It counts in this process alone and forgets when it starts; with
 * very many different names at once it starts over. Safe for use by many threads.
 */
public final class AttemptLimit {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST_NAMES = 50_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int perHour;

    /** Allows so many attempts an hour under each name. */
    public AttemptLimit(int perHour) {
        this.perHour = perHour;
    }

    /**
     * Counts an attempt.
     *
     * @throws ProblemException 429 with the seconds to wait when there were too many under this name
     */
    public void take(String name) {
        if (buckets.size() >= MOST_NAMES) {
            buckets.clear();
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(name, key -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new ProblemException(
                    Problem.of(429, "too_many_attempts", "There were too many attempts. Try again later."),
                    (int) seconds);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, PERIOD))
                .build();
    }
}
