package org.laurel.programs;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Sql;

/** The kit's way to the database, which counts the statements of each thread. */
@Alternative
@Priority(1)
@Singleton
public class CountingSql extends Sql {

    private static final ThreadLocal<AtomicInteger> COUNT = ThreadLocal.withInitial(AtomicInteger::new);

    CountingSql(DataSource source) {
        super(source);
    }

    /** How many statements the work takes on this thread. */
    public static int count(Runnable work) {
        COUNT.get().set(0);
        work.run();
        return COUNT.get().get();
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        COUNT.get().incrementAndGet();
        return super.query(sql, mapper, arguments);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        COUNT.get().incrementAndGet();
        return super.update(sql, arguments);
    }
}
