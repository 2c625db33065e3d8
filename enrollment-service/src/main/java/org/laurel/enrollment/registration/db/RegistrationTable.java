package org.laurel.enrollment.registration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.registration.domain.Registration;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Registrations, read and written for whole batches. */
@ApplicationScoped
public class RegistrationTable {

    private final Sql sql;

    RegistrationTable(Sql sql) {
        this.sql = sql;
    }

    /** The registrations that there are, in a new map. */
    public Map<LearnerId, Registration> find(Collection<LearnerId> learnerIds) {
        Map<LearnerId, Registration> found = new HashMap<>();
        sql.query("select * from registration where learner_id = any(?)", RegistrationTable::registration, (Object)
                        Column.texts(List.copyOf(learnerIds), LearnerId::value))
                .forEach(registration -> found.put(registration.learnerId(), registration));
        return found;
    }

    /** Inserts or replaces registrations, each of them once. */
    public void save(List<Registration> registrations) {
        if (registrations.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into registration (learner_id, requested_at, expires_at, activated_at)
                select t.id, t.requested_at::timestamptz, t.expires_at::timestamptz, t.activated_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as t (id, requested_at, expires_at, activated_at)
                on conflict (learner_id) do update set requested_at = excluded.requested_at,
                    expires_at = excluded.expires_at, activated_at = excluded.activated_at
                """,
                Column.texts(registrations, Registration::learnerId),
                Column.texts(registrations, Registration::requestedAt),
                Column.texts(registrations, Registration::expiresAt),
                Column.texts(registrations, Registration::activatedAt));
    }

    /** Ends the waiting of those whose accounts have become active. */
    public void activate(List<LearnerId> learners, Instant now) {
        sql.update(
                "update registration set activated_at = ? where learner_id = any(?) and activated_at is null",
                now,
                Column.texts(learners, LearnerId::value));
    }

    /** Drops the registrations of these learners that wait for activation, and returns whose they were. */
    public List<LearnerId> dropPending(List<LearnerId> learners) {
        return sql.query(
                "delete from registration where learner_id = any(?) and activated_at is null returning learner_id",
                row -> new LearnerId(Row.text(row, "learner_id")),
                (Object) Column.texts(learners, LearnerId::value));
    }

    /** The oldest who let the time for their activation pass and have no part in anything, so that they can be forgotten. */
    public List<LearnerId> expired(Instant now, int limit) {
        return sql.query("""
                select r.learner_id from registration r join learner l on l.learner_id = r.learner_id
                where r.activated_at is null and r.expires_at <= ? and not l.is_active
                  and not exists (select from enrollment e where e.learner_id = r.learner_id)
                  and not exists (select from retired_person p where p.learner_id = r.learner_id)
                  and not exists (select from retirement t
                                  where t.learner_id = r.learner_id and t.retired_at is null and t.cancelled_at is null)
                order by r.expires_at, r.learner_id limit ?
                """, row -> new LearnerId(Row.text(row, "learner_id")), now, limit);
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                new LearnerId(Row.text(row, "learner_id")),
                Row.instant(row, "requested_at"),
                Row.instant(row, "expires_at"),
                Row.instantOrNull(row, "activated_at"));
    }
}
