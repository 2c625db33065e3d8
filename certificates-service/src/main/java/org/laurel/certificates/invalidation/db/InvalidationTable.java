package org.laurel.certificates.invalidation.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.certificates.invalidation.domain.Invalidate;
import org.laurel.certificates.invalidation.domain.Invalidation;
import org.laurel.certificates.invalidation.domain.Retract;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps invalidations; the database writes their history. */
@ApplicationScoped
public class InvalidationTable {

    private final Sql sql;

    InvalidationTable(Sql sql) {
        this.sql = sql;
    }

    /** Inserts or activates invalidations of different certificates, and returns them as they are now. */
    public List<Invalidation> activate(List<Invalidate> commands, Instant now) {
        if (commands.isEmpty()) {
            return List.of();
        }
        return sql.query(
                """
                insert into certificate_invalidation (learner_id, course_key, invalidated_by_id, invalidated_by, notes, active,
                                                      created_at, modified_at, changed_by, change_reason, cause_id)
                select t.learner_id, t.course_key, t.by_id, t.by_name, t.notes, true, ?, ?, t.changed_by, t.change_reason,
                       t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, by_id, by_name, notes, changed_by, change_reason, cause_id)
                on conflict (course_key, learner_id) do update set
                    invalidated_by_id = excluded.invalidated_by_id, invalidated_by = excluded.invalidated_by,
                    notes = excluded.notes, active = true, modified_at = excluded.modified_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason, cause_id = excluded.cause_id
                returning *
                """,
                InvalidationRow::invalidation,
                now,
                now,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()),
                Column.texts(commands, command -> command.by().id()),
                Column.texts(commands, command -> command.by().username()),
                Column.texts(commands, Invalidate::notes),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().reason()),
                Column.texts(commands, command -> command.cause().id()));
    }

    /** Takes active invalidations back. */
    public void deactivate(List<Retract> commands, Instant now) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                update certificate_invalidation i
                set active = false, modified_at = ?, changed_by = t.changed_by, change_reason = t.change_reason,
                    cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, changed_by, change_reason, cause_id)
                where i.learner_id = t.learner_id and i.course_key = t.course_key and i.active
                """,
                now,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().reason()),
                Column.texts(commands, command -> command.cause().id()));
    }
}
