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

/** The newest date that was told with each course run. */
@ApplicationScoped
public class CourseDateTable {

    private final Sql sql;

    CourseDateTable(Sql sql) {
        this.sql = sql;
    }

    /** The dates of the runs; of others nothing was told. */
    public Map<CourseKey, DateFact> load(Collection<CourseKey> courseKeys) {
        return sql
                .query("select * from course_date where course_key = any(?)", CourseDateTable::fact, (Object)
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(DateFact::courseKey, Function.identity()));
    }

    /**
     * Keeps facts, each run once, that are newer than what is kept.
     *
     * @return the runs of those that are
     */
    public List<CourseKey> keep(List<DateFact> facts) {
        return sql.query(
                """
                insert into course_date as d (course_key, available_date, dated_at, dated_sequence, dated_kind, dated_source,
                                              dated_id)
                select t.course_key, t.available::timestamptz, t.dated_at::timestamptz, t.dated_sequence, t.dated_kind,
                       t.dated_source, t.dated_id
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (course_key, available, dated_at, dated_sequence, dated_kind, dated_source, dated_id)
                on conflict (course_key) do update set available_date = excluded.available_date,
                    dated_at = excluded.dated_at, dated_sequence = excluded.dated_sequence,
                    dated_kind = excluded.dated_kind, dated_source = excluded.dated_source, dated_id = excluded.dated_id
                where (d.dated_at, d.dated_sequence, d.dated_kind, d.dated_source collate "C", d.dated_id collate "C")
                    < (excluded.dated_at, excluded.dated_sequence, excluded.dated_kind, excluded.dated_source,
                       excluded.dated_id)
                returning d.course_key
                """,
                row -> new CourseKey(Row.text(row, "course_key")),
                Column.texts(facts, DateFact::courseKey),
                Column.texts(facts, DateFact::date),
                Column.texts(facts, fact -> fact.order().occurredAt()),
                Column.longs(facts, fact -> fact.order().sequence()),
                Column.integers(facts, fact -> fact.order().kind()),
                Column.texts(facts, fact -> fact.order().source()),
                Column.texts(facts, fact -> fact.order().id()));
    }

    private static DateFact fact(ResultSet row) throws SQLException {
        return new DateFact(
                new CourseKey(Row.text(row, "course_key")),
                Row.instantOrNull(row, "available_date"),
                CourseCertificateRow.order(row));
    }
}
