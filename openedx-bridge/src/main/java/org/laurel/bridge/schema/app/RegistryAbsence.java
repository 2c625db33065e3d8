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
import org.jspecify.annotations.Nullable;
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
    /** Longer than it takes until somebody asks again who could not do without the answer. */
    private static final Duration LATELY = Duration.ofMinutes(2);

    private final Clock clock;
    /** What was told already, since it is asked again and again. */
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    private volatile Instant awayUntil = Instant.MIN;
    private volatile @Nullable Instant awaySince;

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
            awaySince = null;
            return answer;
        } catch (SchemaRefused refused) {
            awaySince = null;
            T known = before.get().orElseThrow(() -> refused);
            if (refusals.add(String.valueOf(refused.getMessage()))) {
                LOG.warnf("%s What it said before holds", refused.getMessage());
            }
            return known;
        } catch (RegistryUnavailable away) {
            missed(clock.instant());
            return before.get().orElseThrow(() -> away);
        }
    }

    /** For how long the registry has not answered; zero when it did, or nobody has asked it lately. */
    Duration awayFor() {
        Instant now = clock.instant();
        Instant since = awaySince;
        return since == null || isLongAgo(now) ? Duration.ZERO : Duration.between(since, now);
    }

    private void missed(Instant now) {
        if (awaySince == null || isLongAgo(now)) {
            awaySince = now;
        }
        awayUntil = now.plus(MOMENT);
    }

    private boolean isLongAgo(Instant now) {
        return awayUntil.equals(Instant.MIN) || now.isAfter(awayUntil.plus(LATELY));
    }
}
