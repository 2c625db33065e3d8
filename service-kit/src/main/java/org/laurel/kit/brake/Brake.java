package org.laurel.kit.brake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.LockPatience;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Holds back what looks like harm to many until a person has looked. Whoever notices engages the brake of a subject, and then
 * ends its own work with {@link BrakeEngaged}, or goes on and leaves out what the brake holds back. An operator releases it,
 * and what was held back then goes through. Kept in the database, so that every replica obeys, with its history.
 */
@ApplicationScoped
public class Brake {

    /** Holds back all consumption of events. */
    public static final String CONSUMER = "consumer";

    private static final Logger LOG = Logger.getLogger(Brake.class);

    private final Sql sql;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String service;
    private final Duration grace;
    private final Event<BrakeReleased> released;

    Brake(
            Sql sql,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "laurel.brake.grace", defaultValue = "1h") Duration grace,
            Event<BrakeReleased> released) {
        this.sql = sql;
        this.clock = clock;
        this.metrics = metrics;
        this.service = service;
        this.grace = grace;
        this.released = released;
    }

    /**
     * Engages the brake of a subject, in a transaction of its own: the engagement is kept whatever becomes of the caller's.
     * Should the caller's hold the row of the brake, the failure is transient, after two seconds.
     *
     * @param reason why, in one sentence
     * @param detail figures for the person who decides; no personal data
     * @return true when it is engaged now, by this call or an earlier one; false when it was released so recently that the
     *     work is to go through
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean engage(String subject, String reason, String detail) {
        Instant now = clock.instant();
        LockPatience.limit(sql);
        int engaged = sql.update(
                """
                insert into brake (subject, engaged_at, reason, detail, changed_by, change_reason, cause_id)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (subject) do update set engaged_at = excluded.engaged_at, reason = excluded.reason,
                    detail = excluded.detail, released_at = null, released_by = null, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                where brake.released_at <= ?
                """,
                subject,
                now,
                reason,
                detail,
                service,
                reason,
                UUID.randomUUID().toString(),
                now.minus(grace));
        if (engaged > 0) {
            metrics.counter("laurel.brake.engagements").increment();
            LOG.warnf(
                    "The brake of %s engaged: %s (%s). Look at what came in, mend it or accept it, and then release the"
                            + " brake: ./laurel brake release %s --service %s, or POST .../ops/brakes/release",
                    subject, reason, detail, subject, service);
            return true;
        }
        return isEngaged(subject);
    }

    /** Whether the brake of a subject is engaged. */
    public boolean isEngaged(String subject) {
        return !engaged(List.of(subject)).isEmpty();
    }

    /** Those of the subjects whose brake is engaged, by one statement for all. */
    public Set<String> engaged(Collection<String> subjects) {
        return new TreeSet<>(sql.query(
                "select subject from brake where subject = any(?) and released_at is null",
                row -> row.getString(1),
                (Object) subjects.toArray(String[]::new)));
    }

    /**
     * Lets work on these subjects go on only while none of their brakes is engaged; one statement for all.
     *
     * @throws BrakeEngaged when one is
     */
    public void refuseWhileEngaged(Collection<String> subjects) {
        Set<String> engaged = engaged(subjects);
        if (!engaged.isEmpty()) {
            throw new BrakeEngaged(engaged);
        }
    }

    /** Whether the brake of a subject could engage now: it is not in the grace period after a release. */
    public boolean mayEngage(String subject) {
        return inGrace(List.of(subject)).isEmpty();
    }

    /** Those of the subjects that are in the grace period after a release, by one statement for all. */
    public Set<String> inGrace(Collection<String> subjects) {
        return new TreeSet<>(sql.query(
                "select subject from brake where subject = any(?) and released_at > ?",
                row -> row.getString(1),
                subjects.toArray(String[]::new),
                clock.instant().minus(grace)));
    }

    /**
     * Releases the brake of a subject. It does not engage again for the time that {@code laurel.brake.grace} sets, so that
     * what it held back goes through. Observers of {@link BrakeReleased} take part in the transaction.
     *
     * @return false when it is not engaged
     */
    @Transactional
    public boolean release(String subject, Cause cause) {
        boolean done =
                sql.update("""
                        update brake set released_at = ?, released_by = ?, changed_by = ?, change_reason = ?, cause_id = ?
                        where subject = ? and released_at is null
                        """, clock.instant(), cause.by(), cause.by(), cause.reason(), cause.id(), subject) > 0;
        if (done) {
            released.fire(new BrakeReleased(subject, cause.by()));
            LOG.infof("The brake of %s was released", subject);
        }
        return done;
    }

    /**
     * Brakes by subject, after the given one.
     *
     * @param all also those that are released
     */
    public List<BrakeState> list(String after, boolean all, int limit) {
        return sql.query("""
                select * from brake where subject > ? collate "C" and (? or released_at is null)
                order by subject collate "C" limit ?
                """, this::state, after, all, limit);
    }

    private BrakeState state(ResultSet row) throws SQLException {
        Instant released = Row.instantOrNull(row, "released_at");
        return new BrakeState(
                Row.text(row, "subject"),
                released == null,
                Row.instant(row, "engaged_at"),
                Row.text(row, "reason"),
                Row.text(row, "detail"),
                released,
                row.getString("released_by"),
                released == null ? null : released.plus(grace));
    }
}
