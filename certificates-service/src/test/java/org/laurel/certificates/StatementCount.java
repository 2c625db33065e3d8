package org.laurel.certificates;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Sql;

/**
 * Counts the statements that go through {@link Sql}, thread by thread, so that a request's are told from those of background
 * work. Inject it and ask {@link #during}.
 */
@Alternative
@Priority(1)
@Singleton
public class StatementCount extends Sql {

    private final Map<Thread, AtomicLong> statements = new ConcurrentHashMap<>();

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

    /** The statements of the busiest thread during this: those of the request that it makes. */
    public long during(Runnable request) {
        statements.clear();
        request.run();
        return statements.values().stream().mapToLong(AtomicLong::get).max().orElse(0);
    }

    private void count() {
        statements
                .computeIfAbsent(Thread.currentThread(), thread -> new AtomicLong())
                .incrementAndGet();
    }
}
