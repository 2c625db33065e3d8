package org.laurel.measuring;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Sql;

/**
 * Counts the statements that go through {@link Sql}, in whose place it stands wherever this module is on the class path.
 * Inject it and ask {@link #during} in a test, {@link #sent} in a benchmark.
 */
@Alternative
@Priority(1)
@Singleton
public class StatementCount extends Sql {

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable Thread asking;

    public StatementCount(DataSource source) {
        super(source);
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        count();
        return super.query(sql, mapper, arguments);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        count();
        return super.update(sql, arguments);
    }

    /** All statements so far, whoever sent them. */
    public long sent() {
        return sent.get();
    }

    /**
     * The statements that this work sends on the asking thread and by the HTTP requests that it makes; those of events, jobs
     * and other background work do not count. One test at a time may ask.
     */
    public long during(Runnable work) {
        long before = asked.get();
        asking = Thread.currentThread();
        try {
            work.run();
        } finally {
            asking = null;
        }
        return asked.get() - before;
    }

    private void count() {
        sent.incrementAndGet();
        if (Thread.currentThread() == asking || isRequest()) {
            asked.incrementAndGet();
        }
    }

    /** Background work may use the same pooled threads, but answers no HTTP request. */
    private static boolean isRequest() {
        return Arc.container().requestContext().isActive()
                && Arc.container().instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }
}
