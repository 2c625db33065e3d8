package org.laurel.bridge.schema.app;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;

/**
 * Spares what is known already the patience with a registry that was found to be away a moment ago: a poll meets many schemas,
 * and each would wait in vain.
 */
@Singleton
class RegistryAbsence {

    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    RegistryAbsence(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the registry says, or what it said before while it is away.
     *
     * @throws RegistryUnavailable when it is away and never said anything
     */
    public <T> T ask(Supplier<T> registry, Supplier<Optional<T>> before) {
        if (clock.instant().isBefore(awayUntil)) {
            Optional<T> known = before.get();
            if (known.isPresent()) {
                return known.get();
            }
        }
        try {
            T answer = registry.get();
            awayUntil = Instant.MIN;
            return answer;
        } catch (RegistryUnavailable away) {
            awayUntil = clock.instant().plus(MOMENT);
            return before.get().orElseThrow(() -> away);
        }
    }
}
