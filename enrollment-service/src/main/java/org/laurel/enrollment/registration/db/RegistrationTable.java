package org.laurel.enrollment.registration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                new LearnerId(Row.text(row, "learner_id")),
                Row.instant(row, "requested_at"),
                Row.instant(row, "expires_at"),
                Row.instantOrNull(row, "activated_at"));
    }
}
