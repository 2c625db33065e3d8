package org.laurel.kit.throttle;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the requests of callers against a number that each may make in a minute. Keeps the callers who asked last; one who has
 * been silent so long that others took the place has a full allowance again anyhow, unless there are very many.
 */
final class Throttle {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final float LOAD = 0.75f;

    private final String name;
    private final long perMinute;
    private final Map<String, Bucket> callers;

    /**
     * Nobody has asked yet.
     *
     * @param name of the limit, as clients read it
     * @param perMinute how many requests, 0 for any number
     * @param mostCallers how many callers are kept
     */
    Throttle(String name, long perMinute, int mostCallers) {
        this.name = name;
        this.perMinute = perMinute;
        this.callers = new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > mostCallers;
            }
        };
    }

    boolean isUnlimited() {
        return perMinute <= 0;
    }

    /** What one more request of the caller comes to. */
    Verdict take(String caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                name,
                perMinute,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()),
                seconds(probe.getNanosToWaitForReset()));
    }

    int size() {
        synchronized (callers) {
            return callers.size();
        }
    }

    private Bucket bucket(String caller) {
        synchronized (callers) {
            return callers.computeIfAbsent(
                    caller,
                    unknown -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                            .build());
        }
    }

    private static int seconds(long nanos) {
        return (int) Math.ceilDiv(nanos, 1_000_000_000L);
    }

    /**
     * What a request comes to.
     *
     * @param isAllowed whether it may be made
     * @param remaining how many more may follow at once
     * @param retryAfter seconds until the next one may be made, 0 when it may be now
     * @param reset seconds until the caller has the whole allowance again
     */
    record Verdict(String name, long perMinute, boolean isAllowed, long remaining, int retryAfter, int reset) {

        /** The value of the header {@code RateLimit}. */
        String state() {
            return "\"%s\";r=%d;t=%d".formatted(name, remaining, isAllowed ? reset : retryAfter);
        }

        /** The value of the header {@code RateLimit-Policy}. */
        String policy() {
            return "\"%s\";q=%d;w=%d".formatted(name, perMinute, PERIOD.toSeconds());
        }
    }
}
