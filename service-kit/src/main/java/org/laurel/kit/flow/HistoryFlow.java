package org.laurel.kit.flow;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads decisions about learners from tables that {@code laurel_audit} keeps the history of. */
@Singleton
public class HistoryFlow {

    private final Sql sql;

    HistoryFlow(Sql sql) {
        this.sql = sql;
    }

    /**
     * How a table tells its decisions. Its history has the columns {@code learner_id} and {@code cause_id}, with an index of the
     * former.
     *
     * @param table the audited table; also the type of its steps
     * @param summary SQL of the text that tells what the row {@code h} became
     * @param courseKey SQL of the row's course run; {@code null::text} without one
     * @param version SQL of the row's version; {@code null::bigint} without one
     */
    public record Told(String table, String summary, String courseKey, String version) {

        /** A table about learners in course runs whose rows have versions. */
        public static Told versioned(String table, String summary) {
            return new Told(table, summary, "h.course_key", "h.version");
        }

        /** One whose rows have none. */
        public static Told unversioned(String table, String summary) {
            return new Told(table, summary, "h.course_key", "null::bigint");
        }
    }

    /** The versions of the learner's rows after the question's position, oldest first; none without a learner. */
    public List<FlowStep> after(Told told, FlowQuestion question) {
        if (question.learnerId() == null) {
            return List.of();
        }
        return sql.query(
                """
                select * from (
                    select h.history_at, '1:%1$s:' || lpad(h.history_id::text, 19, '0') as place,
                           case h.history_operation when '-' then 'removed: ' else '' end || coalesce(%2$s, '') as summary,
                           %3$s as course_key, h.cause_id, %4$s as version
                    from %1$s_history h where h.learner_id = ?) t
                where (history_at, place collate "C") > (?, ?) and history_at <= ?
                  and (?::text is null or course_key is null or course_key = ?)
                order by history_at, place collate "C" limit ?
                """.formatted(told.table(), told.summary(), told.courseKey(), told.version()),
                row -> step(told.table(), row),
                question.learnerId(),
                question.after().at(),
                question.after().place(),
                question.until(),
                question.courseKey(),
                question.courseKey(),
                question.limit());
    }

    private static FlowStep step(String type, ResultSet row) throws SQLException {
        return new FlowStep(
                new FlowPosition(Row.instant(row, "history_at"), Row.text(row, "place")),
                type,
                Row.text(row, "summary"),
                row.getString("course_key"),
                Row.text(row, "cause_id"),
                Row.longOrNull(row, "version"));
    }
}
