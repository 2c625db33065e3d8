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

    /** A snapshot of a learner's completion of a course run. */
    public record Entry(CaseKey key, Fact.Progressed snapshot) {}

    /** A version of a learner's completion of a course run, under whatever id and time it is told. */
    public record Version(CaseKey key, long number) {}

    /** The versions among these that are facts already, or kept from before the first threshold. */
    public Set<Version> known(List<Version> versions) {
        if (versions.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.query(
                """
                select t.learner_id, t.course_key, t.version
                from unnest(?::text[], ?::text[], ?::bigint[]) as t (learner_id, course_key, version)
                where exists (
                        select 1 from standing_fact f
                        where f.learner_id = t.learner_id and f.course_key = t.course_key and f.kind = ?
                          and f.sequence = t.version)
                   or exists (
                        select 1 from course_completion c
                        where c.learner_id = t.learner_id and c.course_key = t.course_key and c.version = t.version)
                """,
                row -> new Version(CaseRow.key(row), row.getLong("version")),
                Column.texts(versions, version -> version.key().learnerId()),
                Column.texts(versions, version -> version.key().courseKey()),
                Column.longs(versions, Version::number),
                Fact.Progressed.KIND));
    }

    /** The course runs among these in whose certificates completion plays a part, or has played one. */
    public Set<CourseKey> counting(Collection<CourseKey> courses) {
        return new HashSet<>(sql.query("""
                select distinct course_key from run_policy where course_key = any(?) and completion_threshold is not null
                """, row -> new CourseKey(Row.text(row, "course_key")), (Object)
                Column.texts(List.copyOf(courses), CourseKey::value)));
    }

    /**
     * Keeps the newest of these and of what is there, at the latest time of all. What is there already is not looked at again,
     * whatever time it is told with now. Of each version at most one entry.
     */
    public void keep(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_completion as c (learner_id, course_key, percent, version, occurred_at, source, event_id)
                select distinct on (t.learner_id, t.course_key) t.learner_id, t.course_key, t.percent::numeric, t.version,
                       max(t.occurred_at::timestamptz) over (partition by t.learner_id, t.course_key), t.source, t.event_id
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, percent, version, occurred_at, source, event_id)
                left join course_completion known using (learner_id, course_key)
                where t.version is distinct from known.version
                order by t.learner_id, t.course_key, t.version desc
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
