package org.laurel.completion.xapi.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Shows operators which statements wait and which were set aside. */
@ApplicationScoped
public class StatementQuery {

    /** Nobody counts further: who has so many waits for the receiver, or has a lot to look at, in any case. */
    public static final int MOST = 100_000;

    private final Sql sql;

    StatementQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * How delivery does.
     *
     * @param waiting statements that are to be delivered, at most {@link #MOST}
     * @param oldestSeconds how long the first of them has been waiting, 0 when none does
     * @param setAside statements that their receiver refused for good, at most {@link #MOST}
     */
    public record Backlog(long waiting, long oldestSeconds, long setAside) {}

    /**
     * A statement that its receiver refused for good.
     *
     * @param reason the receiver's words
     */
    public record SetAside(long place, String json, String reason, Instant createdAt, Instant setAsideAt) {}

    /** How delivery does. Costs the same however many statements there are above {@link #MOST}. */
    public Backlog backlog() {
        return sql.query(
                        """
                        select (select count(*) from (select from xapi_statement where set_aside_at is null
                                                      order by place limit ?) w) as waiting,
                               coalesce((select extract(epoch from now() - created_at) from xapi_statement
                                         where set_aside_at is null order by place limit 1), 0)::bigint as oldest,
                               (select count(*) from (select from xapi_statement where set_aside_at is not null
                                                      order by place limit ?) s) as set_aside
                        """,
                        row -> new Backlog(row.getLong("waiting"), row.getLong("oldest"), row.getLong("set_aside")),
                        MOST,
                        MOST)
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
