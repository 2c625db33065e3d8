package org.laurel.enrollment.registration.app;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.EachAlone;

/**
 * Looks for registrations that nobody activated in time. Two at once are harmless. One that fails costs no other one and is
 * tried again in the next round.
 */
@ApplicationScoped
class RegistrationSweep {

    private static final Logger LOG = Logger.getLogger(RegistrationSweep.class);
    private static final int AT_ONCE = 100;

    private final RegistrationTable registrations;
    private final RegistrationExpiry expiry;
    private final Clock clock;

    RegistrationSweep(RegistrationTable registrations, RegistrationExpiry expiry, Clock clock) {
        this.registrations = registrations;
        this.expiry = expiry;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            while (freeSome()) {}
        } catch (RuntimeException failure) {
            LOG.warnf("Registrations that expired wait for infrastructure: %s", failure);
        }
    }

    /** Whether it makes sense to go on at once. */
    private boolean freeSome() {
        List<LearnerId> expired = registrations.expired(clock.instant(), AT_ONCE);
        List<Boolean> freed = EachAlone.apply(expired, expiry::apply, (id, failure) -> {
            LOG.errorf(failure, "The registration of %s could not be ended", id);
            return false;
        });
        return expired.size() == AT_ONCE && freed.contains(true);
    }
}
