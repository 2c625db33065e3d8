package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.DateFact;

/** The dates that were told with course runs, and which of them counts. */
@ApplicationScoped
public class CourseDateTable {

    private final Sql sql;

    CourseDateTable(Sql sql) {
        this.sql = sql;
    }

    /** The facts that count, by run; of others nothing was told. */
    public Map<CourseKey, DateFact> load(Collection<CourseKey> courseKeys) {
        return sql
                .query("select * from course_date where course_key = any(?)", CourseDateTable::fact, (Object)
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(DateFact::courseKey, Function.identity()));
    }

    /** Adds facts to all that were told, each once. */
    public void append(List<DateFact> facts) {
        sql.update("""
                insert into course_date_told (course_key, available_date, dated_at, dated_sequence, dated_kind, dated_source,
                                              dated_id)
                select course_key, available::timestamptz, dated_at::timestamptz, dated_sequence, dated_kind, dated_source,
                       dated_id
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (course_key, available, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
                on conflict do nothing
                """, columns(facts));
    }

    /** All that was told and may still matter, by run. */
    public Map<CourseKey, List<DateFact>> told(Collection<CourseKey> courseKeys) {
        return sql
                .query("select * from course_date_told where course_key = any(?)", CourseDateTable::fact, (Object)
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.groupingBy(DateFact::courseKey));
    }

    /**
     * Keeps the facts that count, each run once. One that says the same of the same time as the one that is kept, as the directory
     * of runs and certificates-service do of one change, makes no difference.
     *
     * @return the runs in which another one counted before
     */
    public List<CourseKey> keep(List<DateFact> facts) {
        return sql.query("""
                insert into course_date as d (course_key, available_date, dated_at, dated_sequence, dated_kind, dated_source,
                                              dated_id)
                select t.course_key, t.available::timestamptz, t.dated_at::timestamptz, t.dated_sequence, t.dated_kind,
                       t.dated_source, t.dated_id
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (course_key, available, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
                on conflict (course_key) do update set available_date = excluded.available_date,
                    dated_at = excluded.dated_at, dated_sequence = excluded.dated_sequence,
                    dated_kind = excluded.dated_kind, dated_source = excluded.dated_source, dated_id = excluded.dated_id
                where (d.available_date, d.dated_at) is distinct from (excluded.available_date, excluded.dated_at)
                returning d.course_key
                """, row -> new CourseKey(Row.text(row, "course_key")), columns(facts));
    }

    /** Forgets facts that {@link DateFact#spent} names. */
    public void forget(List<DateFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        sql.update("""
                delete from course_date_told d
                using unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (course_key, available, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
                where d.course_key = t.course_key and d.dated_at = t.dated_at::timestamptz
                  and d.dated_sequence = t.dated_sequence and d.dated_kind = t.dated_kind
                  and d.dated_source = t.dated_source and d.dated_id = t.dated_id
                """, columns(facts));
    }

    private static Object[] columns(List<DateFact> facts) {
        return new Object[] {
            Column.texts(facts, DateFact::courseKey),
            Column.texts(facts, DateFact::date),
            Column.texts(facts, fact -> fact.order().occurredAt()),
            Column.longs(facts, fact -> fact.order().sequence()),
            Column.integers(facts, fact -> fact.order().kind()),
            Column.texts(facts, fact -> fact.order().source()),
            Column.texts(facts, fact -> fact.order().id())
        };
    }

    private static DateFact fact(ResultSet row) throws SQLException {
        return new DateFact(
                new CourseKey(Row.text(row, "course_key")),
                Row.instantOrNull(row, "available_date"),
                CourseCertificateRow.order(row));
    }
}
