package org.laurel.kit.operation;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.kit.sql.Sql;

/**
 * Drops what has served its time: partitions of the inbox and of the log of the flow, stored answers, parked events that were
 * resolved and jobs that have ended. Running it twice at once is harmless.
 */
@Singleton
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Sql sql;
    private final Clock clock;
    private final int inboxDays;
    private final int flowDays;

    Housekeeping(
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "laurel.inbox.keep-days", defaultValue = "28") int inboxDays,
            @ConfigProperty(name = "laurel.flow.keep-days", defaultValue = "28") int flowDays) {
        this.sql = sql;
        this.clock = clock;
        this.inboxDays = inboxDays;
        this.flowDays = flowDays;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        attempt(() -> sql.query("select inbox_rotate(?, ?)", row -> true, inboxDays, today));
        attempt(() -> sql.query("select flow_rotate(?, ?)", row -> true, flowDays, today));
        attempt(() -> sql.update("delete from idempotency_key where created_at < now() - interval '24 hours'"));
        attempt(() -> sql.update(
                "delete from parked_event where status <> 'parked' and resolved_at < now() - interval '28 days'"));
        attempt(() -> sql.update(
                "delete from job where state in ('done', 'cancelled') and changed_at < now() - interval '28 days'"));
    }

    /** What fails now, because somebody holds a table for instance, is done an hour later; the rest is done nevertheless. */
    private static void attempt(Runnable sweeping) {
        try {
            sweeping.run();
        } catch (RuntimeException failure) {
            LOG.warnf("A part of housekeeping waits for the next time: %s", failure);
        }
    }
}
