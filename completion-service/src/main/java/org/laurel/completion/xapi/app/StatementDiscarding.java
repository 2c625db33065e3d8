package org.laurel.completion.xapi.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.laurel.completion.xapi.db.StatementTable;

/** Drops a statement that was set aside, for good. */
@ApplicationScoped
public class StatementDiscarding {

    private final StatementTable table;

    StatementDiscarding(StatementTable table) {
        this.table = table;
    }

    /** Whether there was one in that place. */
    @Transactional
    public boolean apply(long place) {
        return table.discard(place);
    }
}
