package org.laurel.enrollment.namechange.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laurel.enrollment.namechange.domain.NameChange;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Requests for other names, for whole batches. */
@ApplicationScoped
public class NameChangeTable {

    private final Sql sql;

    NameChangeTable(Sql sql) {
        this.sql = sql;
    }

    /** The newest requests of these learners, in a new map. */
    public Map<LearnerId, NameChange> find(Collection<LearnerId> learnerIds) {
        Map<LearnerId, NameChange> found = new HashMap<>();
        sql.query("select * from name_change where learner_id = any(?)", NameChangeTable::change, (Object)
                        Column.texts(List.copyOf(learnerIds), LearnerId::value))
                .forEach(change -> found.put(change.learnerId(), change));
        return found;
    }

    /** Inserts or replaces requests, each learner's once. */
    public void save(Collection<Line> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<Line> rows = List.copyOf(changes);
        sql.update(
                """
                insert into name_change (learner_id, name, rationale, state, requested_at, changed_by, change_reason, cause_id)
                select t.learner_id, t.name, t.rationale, t.state, t.requested_at::timestamptz, t.by, t.reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, name, rationale, state, requested_at, by, reason, cause_id)
                on conflict (learner_id) do update set name = excluded.name, rationale = excluded.rationale,
                    state = excluded.state, requested_at = excluded.requested_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(rows, row -> row.change().learnerId()),
                Column.texts(rows, row -> row.change().name()),
                Column.texts(rows, row -> row.change().rationale()),
                Column.texts(rows, row -> row.change().state().code()),
                Column.texts(rows, row -> row.change().requestedAt()),
                Column.texts(rows, row -> row.cause().by()),
                Column.texts(rows, row -> row.cause().reason()),
                Column.texts(rows, row -> row.cause().id()));
    }

    static NameChange change(ResultSet row) throws SQLException {
        return new NameChange(
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "name"),
                Row.text(row, "rationale"),
                NameChange.State.valueOf(Row.text(row, "state").toUpperCase(Locale.ROOT)),
                Row.instant(row, "requested_at"));
    }

    /** A request's new values and why they change. */
    public record Line(NameChange change, Cause cause) {}
}
