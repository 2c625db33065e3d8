package org.laurel.bridge.outbound.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import org.laurel.kit.sql.Sql;

/** Events for Open edX that wait in the outbox. */
@ApplicationScoped
public class WaitingEvents {

    private final Sql sql;

    WaitingEvents(Sql sql) {
        this.sql = sql;
    }

    /** Lets events of the types go to a topic, and returns how many waited for another one. Their order stays. */
    public int move(Collection<String> types, String topic) {
        return sql.update(
                "update outbox set topic = ? where event_type = any(?) and topic <> ?",
                topic,
                types.toArray(String[]::new),
                topic);
    }

    /** Whether any event of the types that waits has come at this time or later. */
    public boolean isFed(Collection<String> types, Instant since) {
        return sql.first(
                        "select 1 from outbox where event_type = any(?) and created_at >= ?::timestamptz limit 1",
                        row -> true,
                        types.toArray(String[]::new),
                        since.toString())
                .isPresent();
    }

    /** Deletes events of the types that came before this time, and returns how many. */
    public int discard(Collection<String> types, Instant before) {
        return sql.update(
                "delete from outbox where event_type = any(?) and created_at < ?::timestamptz",
                types.toArray(String[]::new),
                before.toString());
    }
}
