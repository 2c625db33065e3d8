package org.laurel.benchmarks.awarding;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Sql;

/** Counts the statements that go through {@link Sql}. */
@Alternative
@Priority(1)
@Singleton
public class CountingSql extends Sql {

    private final AtomicLong statements = new AtomicLong();

    public CountingSql(DataSource source) {
        super(source);
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        statements.incrementAndGet();
        return super.query(sql, mapper, arguments);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        statements.incrementAndGet();
        return super.update(sql, arguments);
    }

    long statements() {
        return statements.get();
    }
}
