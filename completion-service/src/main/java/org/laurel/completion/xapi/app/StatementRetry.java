package org.laurel.completion.xapi.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;
import org.laurel.completion.xapi.db.StatementTable;

/** Lets statements that were set aside wait for delivery again. */
@ApplicationScoped
public class StatementRetry {

    private final StatementTable table;
    private final Event<StatementsQueued> told;

    StatementRetry(StatementTable table, Event<StatementsQueued> told) {
        this.table = table;
        this.told = told;
    }

    /**
     * Retries.
     *
     * @param place of the statement, empty for all that were set aside
     * @return how many there were
     */
    @Transactional
    public int apply(OptionalLong place) {
        int retried = place.isPresent() ? (table.retry(place.getAsLong()) ? 1 : 0) : table.retryAll();
        told.fire(new StatementsQueued());
        return retried;
    }
}
