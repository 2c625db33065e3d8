package org.laurel.enrollment.bulk.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.audit.domain.StateTransition;
import org.laurel.enrollment.bulk.domain.BulkItem;
import org.laurel.enrollment.bulk.domain.BulkResult;
import org.laurel.enrollment.bulk.domain.Standing;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Rows of long lists, read and written by the thousand. */
@ApplicationScoped
public class BulkRowTable {

    private final Sql sql;

    BulkRowTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A row.
     *
     * @param line its number, from 1
     * @param outcome what became of it, null before
     */
    public record BulkRow(
            long line, BulkItem item, @Nullable String outcome) {}

    /** Adds rows, the first of which has the given number. */
    public void add(long bulkId, long firstLine, List<BulkItem> items) {
        if (items.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into bulk_enrollment_row (bulk_id, line, identifier, course_id, mode)
                select ?, ? + t.position, t.identifier, t.course_id, t.mode
                from unnest(?::text[], ?::text[], ?::text[]) with ordinality
                     as t (identifier, course_id, mode, position)
                """,
                bulkId,
                firstLine - 1,
                Column.texts(items, BulkItem::identifier),
                Column.texts(items, BulkItem::courseId),
                Column.texts(items, BulkItem::mode));
    }

    /** The rows after a line, in their order. */
    public List<BulkRow> after(long bulkId, long line, int limit) {
        return sql.query(
                """
                select line, identifier, course_id, mode, outcome from bulk_enrollment_row
                where bulk_id = ? and line > ? order by line limit ?
                """,
                row -> new BulkRow(
                        row.getLong("line"),
                        new BulkItem(Row.text(row, "identifier"), Row.text(row, "course_id"), row.getString("mode")),
                        row.getString("outcome")),
                bulkId,
                line,
                limit);
    }

    /** Keeps what became of rows; the lists go together. */
    public void settle(long bulkId, List<BulkRow> rows, List<BulkResult> results) {
        List<Settled> settled = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            settled.add(new Settled(rows.get(i).line(), results.get(i)));
        }
        sql.update(
                """
                update bulk_enrollment_row r set outcome = t.outcome, before_state = t.before_state,
                    before_mode = t.before_mode, after_state = t.after_state, after_mode = t.after_mode,
                    state_transition = t.transition
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (line, outcome, before_state, before_mode, after_state, after_mode, transition)
                where r.bulk_id = ? and r.line = t.line
                """,
                Column.longs(settled, Settled::line),
                Column.texts(settled, each -> each.result().outcome()),
                Column.texts(settled, each -> state(each.result().before())),
                Column.texts(settled, each -> mode(each.result().before())),
                Column.texts(settled, each -> state(each.result().after())),
                Column.texts(settled, each -> mode(each.result().after())),
                Column.texts(settled, each -> text(each.result().transition())),
                bulkId);
    }

    private record Settled(long line, BulkResult result) {}

    private static @Nullable String state(@Nullable Standing standing) {
        return standing == null ? null : standing.state().word();
    }

    private static @Nullable String mode(@Nullable Standing standing) {
        return standing == null ? null : standing.mode();
    }

    private static @Nullable String text(@Nullable StateTransition transition) {
        return transition == null ? null : transition.text();
    }
}
