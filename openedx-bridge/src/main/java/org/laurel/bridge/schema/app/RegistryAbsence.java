package org.laurel.bridge.schema.app;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.bridge.openedx.registry.SchemaRefused;

/**
 * Spares what is known already the patience with a registry that was found to be away a moment ago: a poll meets many schemas,
 * and each would wait in vain.
 */
@Singleton
class RegistryAbsence {

    private static final Logger LOG = Logger.getLogger(RegistryAbsence.class);
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final Clock clock;
    /** What was told already, since it is asked again and again. */
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    private volatile Instant awayUntil = Instant.MIN;

    RegistryAbsence(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the registry says, or what it said before while it is away or refuses.
     *
     * @throws RegistryUnavailable when it is away or refuses, and never said anything
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
        } catch (SchemaRefused refused) {
            T known = before.get().orElseThrow(() -> refused);
            if (refusals.add(String.valueOf(refused.getMessage()))) {
                LOG.warnf("%s What it said before holds", refused.getMessage());
            }
            return known;
        } catch (RegistryUnavailable away) {
            awayUntil = clock.instant().plus(MOMENT);
            return before.get().orElseThrow(() -> away);
        }
    }
}
