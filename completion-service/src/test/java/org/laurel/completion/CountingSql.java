package org.laurel.completion;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Sql;

/** The kit's way to the database, which counts the statements of each thread and can be interrupted besides. */
@Alternative
@Priority(1)
@Singleton
public class CountingSql extends Sql {

    /** What each thread has sent since it began to count; nothing for a thread that does not count. */
    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    private static final AtomicReference<@Nullable Interruption> NEXT = new AtomicReference<>();

    private record Interruption(String words, Runnable work) {}

    CountingSql(DataSource source) {
        super(source);
    }

    /** How many statements the work takes on this thread. */
    public static int count(Runnable work) {
        return statements(work).size();
    }

    /** The statements that the work takes on this thread. */
    public static List<String> statements(Runnable work) {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    /** Does the work once, just before the next query of any thread that contains the words. */
    public static void interrupt(String words, Runnable work) {
        NEXT.set(new Interruption(words, work));
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        note(sql);
        Interruption next = NEXT.get();
        if (next != null && sql.contains(next.words()) && NEXT.compareAndSet(next, null)) {
            next.work().run();
        }
        return super.query(sql, mapper, arguments);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        note(sql);
        return super.update(sql, arguments);
    }

    private static void note(String sql) {
        List<String> sent = SENT.get();
        if (sent != null) {
            sent.add(sql);
        }
    }
}
