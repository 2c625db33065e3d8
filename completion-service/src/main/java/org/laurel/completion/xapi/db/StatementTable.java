package org.laurel.completion.xapi.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurel.completion.xapi.domain.QueuedStatement;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Lets statements wait, and decides what becomes of those that were set aside. */
@ApplicationScoped
public class StatementTable {

    private final Sql sql;

    StatementTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A statement to be delivered.
     *
     * @param json without the title of the course run
     */
    public record NewStatement(UUID id, CourseKey courseKey, String json) {}

    /** Adds statements in order, and to each the title of its course run if the directory has told one. */
    public void add(List<NewStatement> statements) {
        sql.update(
                """
                insert into xapi_statement (statement_id, statement)
                select t.id::uuid,
                       case when r.display_name <> '' then jsonb_set(t.statement::jsonb,
                            '{context,contextActivities,parent,0,definition,name}', jsonb_build_object('en-US', r.display_name))
                       else t.statement::jsonb end
                from unnest(?::text[], ?::text[], ?::text[]) with ordinality as t (id, course_key, statement, place)
                left join course_run r on r.course_key = t.course_key
                order by t.place
                on conflict (statement_id) do nothing
                """,
                Column.texts(statements, NewStatement::id),
                Column.texts(statements, NewStatement::courseKey),
                Column.texts(statements, NewStatement::json));
    }

    /**
     * Takes the oldest statements that wait off the queue, oldest first. Until the transaction ends nobody else takes any, and
     * while somebody else delivers there are none.
     */
    public List<QueuedStatement> take(int limit) {
        boolean isSender = sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), SenderLock.KEY)
                .orElse(false);
        if (!isSender) {
            return List.of();
        }
        return sql.query(
                """
                with taken as (
                    delete from xapi_statement where place in (
                        select place from xapi_statement where set_aside_at is null order by place limit ?)
                    returning place, statement_id, statement)
                select place, statement_id, statement::text as json from taken order by place
                """,
                row -> new QueuedStatement(
                        row.getLong("place"), row.getObject("statement_id", UUID.class), Row.text(row, "json")),
                limit);
    }

    /** Lets one that was set aside wait again, before all younger ones; false when there is none in that place. */
    public boolean retry(long place) {
        return sql.update(
                        "update xapi_statement set set_aside_at = null, reason = null"
                                + " where place = ? and set_aside_at is not null",
                        place)
                > 0;
    }

    /** Lets all that were set aside wait again, and returns how many. */
    public int retryAll() {
        return sql.update(
                "update xapi_statement set set_aside_at = null, reason = null where set_aside_at is not null");
    }

    /** Drops one that was set aside and returns its id; empty when there is none in that place. */
    public Optional<UUID> discard(long place) {
        return sql.first(
                "delete from xapi_statement where place = ? and set_aside_at is not null returning statement_id",
                row -> row.getObject(1, UUID.class),
                place);
    }
}
