package org.laurel.enrollment.emailchange.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.emailchange.domain.PendingEmailChange;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Pending changes of email addresses, for whole batches. */
@ApplicationScoped
public class EmailChangeTable {

    private final Sql sql;

    EmailChangeTable(Sql sql) {
        this.sql = sql;
    }

    /** Requests that wait, by their ids, in a new map. */
    public Map<String, PendingEmailChange> find(Collection<String> requestIds) {
        Map<String, PendingEmailChange> found = new HashMap<>();
        sql.query(
                        "select * from email_change where request_id = any(?)",
                        row -> new PendingEmailChange(
                                new LearnerId(Row.text(row, "learner_id")),
                                Row.text(row, "request_id"),
                                Row.text(row, "email"),
                                Row.instant(row, "requested_at"),
                                Row.instant(row, "expires_at")),
                        (Object) requestIds.toArray(String[]::new))
                .forEach(pending -> found.put(pending.requestId(), pending));
        return found;
    }

    /** Keeps requests, each learner's once; a learner's older one is overwritten. */
    public void save(Collection<PendingEmailChange> requests) {
        if (requests.isEmpty()) {
            return;
        }
        List<PendingEmailChange> rows = List.copyOf(requests);
        sql.update(
                """
                insert into email_change (learner_id, request_id, email, requested_at, expires_at)
                select t.learner_id, t.request_id, t.email, t.requested_at::timestamptz, t.expires_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, request_id, email, requested_at, expires_at)
                on conflict (learner_id) do update set request_id = excluded.request_id, email = excluded.email,
                    requested_at = excluded.requested_at, expires_at = excluded.expires_at
                """,
                Column.texts(rows, PendingEmailChange::learnerId),
                Column.texts(rows, PendingEmailChange::requestId),
                Column.texts(rows, PendingEmailChange::email),
                Column.texts(rows, PendingEmailChange::requestedAt),
                Column.texts(rows, PendingEmailChange::expiresAt));
    }

    /** Drops requests that are done. */
    public void remove(Collection<String> requestIds) {
        if (!requestIds.isEmpty()) {
            sql.update(
                    "delete from email_change where request_id = any(?)", (Object) requestIds.toArray(String[]::new));
        }
    }

    /** Drops the wishes of learners. */
    public void drop(List<LearnerId> learners) {
        sql.update("delete from email_change where learner_id = any(?)", (Object)
                Column.texts(learners, LearnerId::value));
    }
}
