package org.laurel.completion.xapi.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.laurel.completion.xapi.db.StatementTable;

/** Drops a statement that was set aside, for good. */
@ApplicationScoped
public class StatementDiscarding {

    private final StatementTable table;
    private final Event<StatementDiscarded> told;

    StatementDiscarding(StatementTable table, Event<StatementDiscarded> told) {
        this.table = table;
        this.told = told;
    }

    /**
     * Whether there was one in that place.
     *
     * @param by who wants it, for the log
     */
    @Transactional
    public boolean apply(long place, String by) {
        Optional<UUID> dropped = table.discard(place);
        dropped.ifPresent(id -> told.fire(new StatementDiscarded(place, id, by)));
        return dropped.isPresent();
    }
}
