package org.laurel.kit.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.kit.sql.Sql;

/** Shows what waits: outbox rows and the age of the oldest, parked events, open jobs, and brakes that are engaged. Read every 15 seconds. */
@Singleton
class BacklogMetrics {

    private final Sql sql;
    private final AtomicLong outboxRows = new AtomicLong();
    private final AtomicLong outboxAge = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong jobs = new AtomicLong();
    private final AtomicLong brakes = new AtomicLong();

    BacklogMetrics(Sql sql, MeterRegistry registry) {
        this.sql = sql;
        registry.gauge("laurel.outbox.rows", outboxRows);
        registry.gauge("laurel.outbox.oldest.seconds", outboxAge);
        registry.gauge("laurel.parked.events", parked);
        registry.gauge("laurel.jobs.open", jobs);
        registry.gauge("laurel.brake.engaged", brakes);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        sql.query("""
                select (select count(*) from outbox),
                       (select coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from outbox),
                       (select count(*) from parked_event where status = 'parked'),
                       (select count(*) from job where state in ('waiting', 'running')),
                       (select count(*) from brake where released_at is null)
                """, this::show);
    }

    private boolean show(ResultSet row) throws SQLException {
        outboxRows.set(row.getLong(1));
        outboxAge.set(row.getLong(2));
        parked.set(row.getLong(3));
        jobs.set(row.getLong(4));
        brakes.set(row.getLong(5));
        return true;
    }
}
