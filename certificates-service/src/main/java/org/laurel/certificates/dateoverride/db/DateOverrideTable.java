package org.laurel.certificates.dateoverride.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.certificates.dateoverride.domain.OverrideDate;
import org.laurel.certificates.dateoverride.domain.RemoveOverride;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps issue dates that staff have set; the database writes their history. */
@ApplicationScoped
public class DateOverrideTable {

    private final Sql sql;

    DateOverrideTable(Sql sql) {
        this.sql = sql;
    }

    /** Inserts or changes the dates of different certificates. */
    public void save(List<OverrideDate> commands, Instant now) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into certificate_date_override (learner_id, course_key, date, reason, overridden_by, created_at,
                                                       modified_at, changed_by, change_reason, cause_id)
                select t.learner_id, t.course_key, t.date::timestamptz, t.reason, t.changed_by, ?, ?, t.changed_by,
                       t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, date, reason, changed_by, change_reason, cause_id)
                on conflict (learner_id, course_key) do update set
                    date = excluded.date, reason = excluded.reason, overridden_by = excluded.overridden_by,
                    modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                now,
                now,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()),
                Column.texts(commands, OverrideDate::date),
                Column.texts(commands, OverrideDate::reason),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().reason()),
                Column.texts(commands, command -> command.cause().id()));
    }

    /** Deletes dates; their history tells when and by whom. */
    public void delete(List<RemoveOverride> commands, Instant now) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                update certificate_date_override o
                set modified_at = ?, changed_by = t.changed_by, change_reason = t.change_reason, cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, changed_by, change_reason, cause_id)
                where o.learner_id = t.learner_id and o.course_key = t.course_key
                """,
                now,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().reason()),
                Column.texts(commands, command -> command.cause().id()));
        sql.update(
                """
                delete from certificate_date_override o using unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                where o.learner_id = t.learner_id and o.course_key = t.course_key
                """,
                Column.texts(commands, command -> command.key().learnerId()),
                Column.texts(commands, command -> command.key().courseKey()));
    }
}
