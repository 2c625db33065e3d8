package org.laurel.bridge.outbound.db;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** Deletes events of the types that have waited for an hour, and returns how many. */
    public int discard(Collection<String> types) {
        return sql.update(
                "delete from outbox where event_type = any(?) and created_at < now() - interval '1 hour'",
                (Object) types.toArray(String[]::new));
    }
}
