package org.laurel.kit.outbox;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.sql.Sql;

/**
 * Whether there is room in the outbox for what others were told before. Events leave in the order in which they came, so news
 * would stand behind all repeats that are appended at once, and behind the more of them the longer the broker is away.
 */
@Singleton
public class OutboxRoom {

    private final Sql sql;
    private final int most;

    OutboxRoom(Sql sql, @ConfigProperty(name = "laurel.reconcile.outbox-limit", defaultValue = "10000") int most) {
        if (most < 0) {
            throw new IllegalArgumentException("laurel.reconcile.outbox-limit must not be negative: " + most);
        }
        this.sql = sql;
        this.most = most;
    }

    /** Why repeats have to wait, for {@link org.laurel.kit.job.JobStep#obstacle}; empty when they need not. Reads that many rows. */
    public Optional<String> obstacle() {
        boolean full = sql.first("select 1 from outbox order by place offset ? limit 1", row -> true, most)
                .isPresent();
        return full
                ? Optional.of("Waits until fewer events wait in the outbox, so that news need not wait behind repeats.")
                : Optional.empty();
    }
}
