package org.laurel.programs.grade.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.grade.domain.Grade;
import org.laurel.programs.grade.domain.RecordGrade;

/** The newest grade of each learner in each course run: one statement for all grades of a call. */
@ApplicationScoped
public class GradeTable {

    private final Sql sql;

    GradeTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps each grade that comes after the one that is kept; at most one for each learner and course run. */
    public void save(List<RecordGrade> grades, Instant now) {
        if (grades.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into grade as g (learner_id, course_key, letter_grade, percent_grade, verified, lms_last_updated_at,
                                        occurred_at, sequence, kind, source, event_id, created_at, modified_at, changed_by,
                                        cause_id)
                select t.learner_id, t.course_key, t.letter_grade, t.percent_grade::numeric, t.verified,
                       t.lms_last_updated_at::timestamptz, t.occurred_at::timestamptz, t.sequence, t.kind, t.source,
                       t.event_id, t.now::timestamptz, t.now::timestamptz, t.changed_by, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::bigint[],
                            ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, letter_grade, percent_grade, verified, lms_last_updated_at, occurred_at,
                           sequence, kind, source, event_id, now, changed_by, cause_id)
                on conflict (learner_id, course_key) do update set letter_grade = excluded.letter_grade,
                    percent_grade = excluded.percent_grade, verified = excluded.verified,
                    lms_last_updated_at = excluded.lms_last_updated_at, occurred_at = excluded.occurred_at,
                    sequence = excluded.sequence, kind = excluded.kind, source = excluded.source,
                    event_id = excluded.event_id, modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    cause_id = excluded.cause_id
                where (g.occurred_at, g.sequence, g.kind, g.source collate "C", g.event_id collate "C")
                    < (excluded.occurred_at, excluded.sequence, excluded.kind, excluded.source, excluded.event_id)
                """,
                Column.texts(grades, grade -> grade.key().learnerId()),
                Column.texts(grades, grade -> grade.key().courseKey()),
                Column.texts(grades, grade -> grade.grade().letter()),
                Column.texts(grades, grade -> grade.grade().percent()),
                Column.flags(grades, grade -> grade.grade().verified()),
                Column.texts(grades, grade -> grade.grade().toldAt()),
                Column.texts(grades, grade -> grade.order().occurredAt()),
                Column.longs(grades, grade -> grade.order().sequence()),
                Column.integers(grades, grade -> grade.order().kind()),
                Column.texts(grades, grade -> grade.order().source()),
                Column.texts(grades, grade -> grade.order().id()),
                Column.texts(grades, grade -> now),
                Column.texts(grades, grade -> grade.cause().by()),
                Column.texts(grades, grade -> grade.cause().id()));
    }

    /** Whose grades these are and in which course runs; unknown ones are left out. */
    public Map<Long, CaseKey> keys(List<Long> ids) {
        Map<Long, CaseKey> keys = new HashMap<>();
        sql.query(
                "select id, learner_id, course_key from grade where id = any(?)",
                row -> keys.put(row.getLong("id"), key(row)) == null,
                (Object) Column.longs(ids, id -> id));
        return keys;
    }

    /** The grades of the cases; those that do not exist are left out. */
    public Map<CaseKey, Grade> load(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        Map<CaseKey, Grade> grades = new HashMap<>();
        sql.query(
                """
                select g.* from unnest(?::text[], ?::text[]) as t (learner_id, course_key)
                join grade g using (learner_id, course_key)
                """,
                row -> grades.put(key(row), grade(row)) == null,
                Column.texts(keys, CaseKey::learnerId),
                Column.texts(keys, CaseKey::courseKey));
        return grades;
    }

    private static CaseKey key(ResultSet row) throws SQLException {
        return new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key")));
    }

    private static Grade grade(ResultSet row) throws SQLException {
        return new Grade(
                Row.text(row, "letter_grade"),
                row.getBigDecimal("percent_grade"),
                row.getBoolean("verified"),
                Row.instantOrNull(row, "lms_last_updated_at"));
    }
}
