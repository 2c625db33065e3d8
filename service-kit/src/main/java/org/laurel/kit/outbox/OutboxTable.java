package org.laurel.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.flow.FlowLog;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** The table behind {@link Outbox}: one statement for all lines of a call. */
@ApplicationScoped
public class OutboxTable {

    private static final String LINES = """
        unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
               ?::text[], ?::text[])
            with ordinality as t (event_id, topic, record_key, subject, course_key, event_type, sequence, correlation_id,
                                  causation_id, origin, value, place)
        """;

    private static final String INSERT = """
        insert into outbox (event_id, topic, record_key, event_type, sequence, correlation_id, causation_id, origin, value)
        select t.event_id::uuid, t.topic, t.record_key, t.event_type, t.sequence, t.correlation_id, t.causation_id,
               t.origin, t.value
        from %s order by t.place
        """;

    private static final String ONLY = INSERT.formatted(LINES);

    private static final String LOGGED = """
        with t as (select * from %s),
        logged as (
            insert into flow_entry (at, version, received, event_id, event_type, record_key, course_key, correlation_id,
                                    causation_id)
            select clock_timestamp(), t.sequence, false, t.event_id, t.event_type, coalesce(t.subject, t.record_key),
                   t.course_key, t.correlation_id, nullif(t.causation_id, t.correlation_id)
            from t order by t.place)
        %s\
        """.formatted(LINES, INSERT.formatted("t"));

    private final Sql sql;
    private final FlowLog log;

    OutboxTable(Sql sql, FlowLog log) {
        this.sql = sql;
        this.log = log;
    }

    /** Adds the lines in order, each with an id of its own, and logs them. */
    public void insert(List<OutboxLine> lines) {
        sql.update(
                log.isKept() ? LOGGED : ONLY,
                Column.texts(lines, line -> EventIds.next()),
                Column.texts(lines, OutboxLine::topic),
                Column.texts(lines, OutboxLine::key),
                Column.texts(lines, OutboxLine::subject),
                Column.texts(lines, OutboxLine::courseKey),
                Column.texts(lines, OutboxLine::type),
                Column.longs(lines, OutboxLine::sequence),
                Column.texts(lines, line -> line.cause().correlationId()),
                Column.texts(lines, line -> line.cause().id()),
                Column.texts(lines, line -> line.cause().origin()),
                Column.texts(lines, OutboxLine::value));
    }

    /** The body of an event that waits to be published. */
    public record Waiting(long place, String key, String value) {}

    /** Gives waiting events other bodies, and other ids with them: one id never stands for two bodies. */
    public void rewrite(List<Waiting> events) {
        if (!events.isEmpty()) {
            sql.update(
                    """
                    update outbox o set value = t.value, event_id = t.event_id::uuid
                    from unnest(?::bigint[], ?::text[], ?::text[]) as t (place, value, event_id) where o.place = t.place
                    """,
                    Column.longs(events, Waiting::place),
                    Column.texts(events, Waiting::value),
                    Column.texts(events, event -> EventIds.next()));
        }
    }
}
