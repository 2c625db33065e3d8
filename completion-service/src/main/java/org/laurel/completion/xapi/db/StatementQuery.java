package org.laurel.completion.xapi.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Shows operators which statements wait and which were set aside. */
@ApplicationScoped
public class StatementQuery {

    private final Sql sql;

    StatementQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * How delivery does.
     *
     * @param waiting statements that are to be delivered
     * @param oldestSeconds how long the oldest of them has been waiting, 0 when none does
     * @param setAside statements that their receiver refused for good
     */
    public record Backlog(long waiting, long oldestSeconds, long setAside) {}

    /**
     * A statement that its receiver refused for good.
     *
     * @param reason the receiver's words
     */
    public record SetAside(long place, String json, String reason, Instant createdAt, Instant setAsideAt) {}

    /** How delivery does. */
    public Backlog backlog() {
        return sql.query(
                        """
                        select count(*) filter (where set_aside_at is null) as waiting,
                               coalesce(extract(epoch from now() - min(created_at) filter (where set_aside_at is null)), 0)::bigint
                                   as oldest,
                               count(set_aside_at) as set_aside
                        from xapi_statement
                        """,
                        row -> new Backlog(row.getLong("waiting"), row.getLong("oldest"), row.getLong("set_aside")))
                .getFirst();
    }

    /** Statements that were set aside, in places after the given one, oldest first. */
    public List<SetAside> setAside(long after, int limit) {
        return sql.query(
                "select *, statement::text as json from xapi_statement where set_aside_at is not null and place > ?"
                        + " order by place limit ?",
                row -> new SetAside(
                        row.getLong("place"),
                        Row.text(row, "json"),
                        Row.text(row, "reason"),
                        Row.instant(row, "created_at"),
                        Row.instant(row, "set_aside_at")),
                after,
                limit);
    }
}
