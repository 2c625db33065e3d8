package org.laurel.certificates.allowlist.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.certificates.allowlist.domain.AllowlistEntry;
import org.laurel.certificates.allowlist.domain.RemoveEntry;
import org.laurel.certificates.allowlist.domain.SetEntry;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Keeps allowlists; the database writes their history. */
@ApplicationScoped
public class AllowlistTable {

    private final Sql sql;

    AllowlistTable(Sql sql) {
        this.sql = sql;
    }

    /** Inserts or changes entries of different learners, and returns them as they are now. */
    public List<AllowlistEntry> save(List<SetEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return sql.query(
                """
                insert into allowlist_entry (learner_id, course_key, allowlist, notes, created_at, modified_at, changed_by,
                                             change_reason, cause_id)
                select t.learner_id, t.course_key, t.allowlist, t.notes, ?, ?, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, allowlist, notes, changed_by, change_reason, cause_id)
                on conflict (course_key, learner_id) do update set
                    allowlist = excluded.allowlist, notes = excluded.notes, modified_at = excluded.modified_at,
                    changed_by = excluded.changed_by, change_reason = excluded.change_reason, cause_id = excluded.cause_id
                returning *
                """,
                AllowlistRow::entry,
                now,
                now,
                Column.texts(entries, entry -> entry.key().learnerId()),
                Column.texts(entries, entry -> entry.key().courseKey()),
                Column.flags(entries, SetEntry::enabled),
                Column.texts(entries, SetEntry::notes),
                Column.texts(entries, entry -> entry.cause().by()),
                Column.texts(entries, entry -> entry.cause().reason()),
                Column.texts(entries, entry -> entry.cause().id()));
    }

    /** Deletes entries; their history tells who did it. */
    public void delete(List<RemoveEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        sql.update(
                """
                update allowlist_entry e
                set changed_by = t.changed_by, change_reason = t.change_reason, cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, changed_by, change_reason, cause_id)
                where e.learner_id = t.learner_id and e.course_key = t.course_key
                """,
                Column.texts(entries, entry -> entry.key().learnerId()),
                Column.texts(entries, entry -> entry.key().courseKey()),
                Column.texts(entries, entry -> entry.cause().by()),
                Column.texts(entries, entry -> entry.cause().reason()),
                Column.texts(entries, entry -> entry.cause().id()));
        sql.update(
                """
                delete from allowlist_entry e using unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                where e.learner_id = t.learner_id and e.course_key = t.course_key
                """,
                Column.texts(entries, entry -> entry.key().learnerId()),
                Column.texts(entries, entry -> entry.key().courseKey()));
    }
}
