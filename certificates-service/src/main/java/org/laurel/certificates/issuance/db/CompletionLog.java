package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The newest completion of each learner in each course run in whose certificates completion has never played a part. */
@ApplicationScoped
public class CompletionLog {

    private final Sql sql;

    CompletionLog(Sql sql) {
        this.sql = sql;
    }

    /**
     * A snapshot that may be the newest.
     *
     * @param snapshot no earlier than those of lower versions that came with it
     */
    public record Entry(CaseKey key, Fact.Progressed snapshot) {}

    /** The course runs among these in whose certificates completion plays a part, or has played one. */
    public Set<CourseKey> counting(Collection<CourseKey> courses) {
        return new HashSet<>(sql.query("""
                select distinct course_key from run_policy where course_key = any(?) and completion_threshold is not null
                """, row -> new CourseKey(Row.text(row, "course_key")), (Object)
                Column.texts(List.copyOf(courses), CourseKey::value)));
    }

    /** Keeps what is newer than what is there; of the rest only that it happened later. At most one entry for each case. */
    public void keep(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_completion as c (learner_id, course_key, percent, version, occurred_at, source, event_id)
                select t.learner_id, t.course_key, t.percent::numeric, t.version, t.occurred_at::timestamptz, t.source,
                       t.event_id
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, percent, version, occurred_at, source, event_id)
                on conflict (learner_id, course_key) do update set
                    percent = case when excluded.version > c.version then excluded.percent else c.percent end,
                    source = case when excluded.version > c.version then excluded.source else c.source end,
                    event_id = case when excluded.version > c.version then excluded.event_id else c.event_id end,
                    version = greatest(excluded.version, c.version),
                    occurred_at = greatest(excluded.occurred_at, c.occurred_at),
                    recorded_at = now()
                where excluded.version > c.version or excluded.occurred_at > c.occurred_at
                """,
                Column.texts(entries, entry -> entry.key().learnerId()),
                Column.texts(entries, entry -> entry.key().courseKey()),
                Column.texts(entries, entry -> entry.snapshot().percent()),
                Column.longs(entries, entry -> entry.snapshot().version()),
                Column.texts(entries, entry -> entry.snapshot().order().occurredAt()),
                Column.texts(entries, entry -> entry.snapshot().order().source()),
                Column.texts(entries, entry -> entry.snapshot().order().id()));
    }
}
