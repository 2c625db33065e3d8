package org.laurel.kit.limit;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.problem.Problem;

/** How large bodies may be: up to {@code laurel.http.max-body-size}, and less where a {@link BodyLimit} says so. */
@Singleton
class BodySize {

    private final List<BodyLimit> limits;
    private final long largest;

    BodySize(@All List<BodyLimit> limits, @ConfigProperty(name = "laurel.http.max-body-size") MemorySize largest) {
        this.limits = List.copyOf(limits);
        this.largest = largest.asLongValue();
    }

    /** The size of the largest body that any path takes, in bytes. */
    long largest() {
        return largest;
    }

    /** The lowest limit of a path. */
    BodyLimit of(String path) {
        return limits.stream()
                .filter(limit -> limit.covers(path) && limit.bytes() < largest)
                .min(Comparator.comparingLong(BodyLimit::bytes))
                .orElse(new Everywhere(largest));
    }

    /** What holds where nothing else does. */
    private record Everywhere(long bytes) implements BodyLimit {

        @Override
        public boolean covers(String path) {
            return true;
        }

        @Override
        public Problem problem() {
            return Problem.of(
                    413,
                    "body_too_large",
                    "The body is larger than " + bytes
                            + " bytes, the most that one request may bring. Split it and send the"
                            + " parts in requests of their own.");
        }
    }
}
