package org.laurel.programs;

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
 * Counts the statements that HTTP requests and the asking test's own thread send through {@link Sql}; those of events, jobs and
 * other background work do not count. Inject it and ask {@link #during}.
 */
@Alternative
@Priority(1)
@Singleton
public class StatementCount extends Sql {

    private final AtomicLong statements = new AtomicLong();
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

    /** The statements of this work, and of the requests that it makes. */
    public long during(Runnable work) {
        long before = statements.get();
        asking = Thread.currentThread();
        work.run();
        asking = null;
        return statements.get() - before;
    }

    private void count() {
        if (Thread.currentThread() == asking || isRequest()) {
            statements.incrementAndGet();
        }
    }

    /** Background work may use the same pooled threads, but answers no HTTP request. */
    private static boolean isRequest() {
        return Arc.container().requestContext().isActive()
                && Arc.container().instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }
}
