package org.laurel.certificates.maintenance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.maintenance.domain.Selection;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds the certificates of a selection. Those of retired learners are never among them. */
@ApplicationScoped
public class SelectionQuery {

    /** A date override that was taken back is a fact like one that was set. */
    private static final String SELECTED = """
             from certificate c
             where (?::text[] is null or c.course_key = any(?::text[]))
               and (?::text[] is null or c.learner_id = any(?::text[]))
               and (c.modified_at between ?::timestamptz and ?::timestamptz
                    or exists (select 1 from standing_fact f
                               where f.learner_id = c.learner_id and f.course_key = c.course_key and f.kind = ?
                                 and f.occurred_at between ?::timestamptz and ?::timestamptz))
               and not exists (select 1 from retired_person r where r.learner_id = c.learner_id)
            """;

    private final Sql sql;

    SelectionQuery(Sql sql) {
        this.sql = sql;
    }

    /** How many certificates are selected in each course run. */
    public Map<CourseKey, Long> countByCourse(Selection selection) {
        Map<CourseKey, Long> counts = new HashMap<>();
        sql.query(
                "select c.course_key, count(*) as certificates" + SELECTED + " group by c.course_key",
                row -> counts.put(new CourseKey(Row.text(row, "course_key")), row.getLong("certificates")),
                arguments(selection));
        return counts;
    }

    /** Selected cases after the given one, in order of learner and course run; empty texts for the first ones. */
    public List<CaseKey> after(Selection selection, String learnerId, String courseKey, int limit) {
        @Nullable Object[] selected = arguments(selection);
        @Nullable Object[] arguments = java.util.Arrays.copyOf(selected, selected.length + 3);
        arguments[selected.length] = learnerId;
        arguments[selected.length + 1] = courseKey;
        arguments[selected.length + 2] = limit;
        return sql.query("select c.learner_id, c.course_key" + SELECTED + """
                  and (c.learner_id, c.course_key) > (?, ?) order by c.learner_id, c.course_key limit ?
                """, CaseRow::key, arguments);
    }

    private static @Nullable Object[] arguments(Selection selection) {
        String[] courses = array(selection.courseKeys());
        String[] learners = array(selection.learnerIds());
        String start =
                selection.start() == null ? "-infinity" : selection.start().toString();
        String end = selection.end() == null ? "infinity" : selection.end().toString();
        return new @Nullable Object[] {
            courses, courses, learners, learners, start, end, Fact.DateOverridden.KIND, start, end
        };
    }

    private static String @Nullable [] array(@Nullable List<String> list) {
        return list == null || list.isEmpty() ? null : list.toArray(String[]::new);
    }
}
