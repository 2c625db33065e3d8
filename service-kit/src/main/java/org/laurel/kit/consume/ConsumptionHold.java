package org.laurel.kit.consume;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.brake.Brake;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * What holds this service's consumption back: an operator's pause or the consumer brake. Kept in the database, so that every
 * replica obeys within a second.
 */
@ApplicationScoped
public class ConsumptionHold {

    private static final Logger LOG = Logger.getLogger(ConsumptionHold.class);

    private final Sql sql;
    private final Brake brake;
    private final Clock clock;
    private final String name;

    ConsumptionHold(Sql sql, Brake brake, Clock clock, @ConfigProperty(name = "quarkus.application.name") String name) {
        this.sql = sql;
        this.brake = brake;
        this.clock = clock;
        this.name = name;
    }

    /**
     * Why consumption stands still.
     *
     * @param state {@code paused} or {@code braked}
     */
    record Hold(
            String state,
            Instant since,
            String by,
            @Nullable String reason) {

        static Hold of(ResultSet row) throws SQLException {
            return new Hold(
                    Row.text(row, "state"),
                    Row.instant(row, "since"),
                    Row.text(row, "changed_by"),
                    row.getString("reason"));
        }
    }

    /** What holds consumption back now; a pause comes before a brake. */
    Optional<Hold> current() {
        return sql.first("""
                select 'paused' as state, since, changed_by, change_reason as reason from consumer where name = ? and paused
                union all
                select 'braked', engaged_at, changed_by, reason from brake where subject = ? and released_at is null
                order by state desc
                """, Hold::of, name, Brake.CONSUMER);
    }

    /** @throws org.laurel.kit.brake.BrakeEngaged while the consumer brake is engaged: asked before each commit */
    void refuseWhileBraked() {
        brake.refuseWhileEngaged(List.of(Brake.CONSUMER));
    }

    /** Whether a brake of these subjects is engaged. */
    boolean isEngaged(Set<String> subjects) {
        return !brake.engaged(subjects).isEmpty();
    }

    /**
     * Pauses or resumes consumption in all replicas; the batch that is being handled commits first. Pausing what is paused
     * changes nothing.
     */
    @Transactional
    public void pause(boolean paused, Cause cause) {
        int changed = sql.update("""
                insert into consumer (name, paused, since, changed_by, change_reason, cause_id) values (?, ?, ?, ?, ?, ?)
                on conflict (name) do update set paused = excluded.paused, since = excluded.since,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason, cause_id = excluded.cause_id
                where consumer.paused <> excluded.paused
                """, name, paused, clock.instant(), cause.by(), cause.reason(), cause.id());
        if (changed > 0) {
            LOG.infof("Consumption of events was %s by an operator", paused ? "paused" : "resumed");
        }
    }

    /** The name under which this service consumes. */
    String consumer() {
        return name;
    }
}
