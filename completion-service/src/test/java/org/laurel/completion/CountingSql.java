package org.laurel.completion;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private static final AtomicReference<@Nullable Map<Thread, List<String>>> OF_ALL = new AtomicReference<>();

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

    /**
     * The statements of the one answer that a request gets, but for the one that opens its snapshot. Other threads may send what
     * they like meanwhile, as long as they open no snapshot.
     */
    public static List<String> statementsOfAnswer(Runnable request) {
        Map<Thread, List<String>> sent = new ConcurrentHashMap<>();
        OF_ALL.set(sent);
        try {
            request.run();
        } finally {
            OF_ALL.set(null);
        }
        List<List<String>> answers = sent.values().stream()
                .filter(statements -> beginning(statements) >= 0)
                .toList();
        if (answers.size() != 1) {
            throw new IllegalStateException(answers.size() + " answers were made");
        }
        // What the thread sent before was a sweep's.
        List<String> answer = answers.getFirst();
        return answer.subList(beginning(answer) + 1, answer.size());
    }

    /** Where the statement is that opens the snapshot, -1 without one. */
    private static int beginning(List<String> statements) {
        return statements.stream()
                .map(one -> one.startsWith("set transaction"))
                .toList()
                .indexOf(true);
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
        Map<Thread, List<String>> ofAll = OF_ALL.get();
        if (ofAll != null) {
            ofAll.computeIfAbsent(Thread.currentThread(), first -> new CopyOnWriteArrayList<>())
                    .add(sql);
        }
    }
}
