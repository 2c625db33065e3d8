package org.laurel.benchmarks.completing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.completion.progress.app.ProgressAccounting;
import org.laurel.completion.progress.domain.ProgressCommand;
import org.laurel.completion.progress.domain.Units;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.kit.test.Database;

/** Any number of learners in one course run: ten of them made by the service, the others copies of these, set-based. */
@ApplicationScoped
class Crowd {

    private static final int TEMPLATES = 10;
    private static final List<String> TABLES = List.of(
            "block_completion",
            "block_progress",
            "course_progress",
            "enrollment",
            "learner",
            "completion_counter",
            "completion_counter_delta");

    private final Seed seed;
    private final ProgressAccounting accounting;
    private final Sql sql;

    Crowd(Seed seed, ProgressAccounting accounting, Sql sql) {
        this.seed = seed;
        this.accounting = accounting;
        this.sql = sql;
    }

    /** Learners 0 to count - 1; the nth has completed twice as many leaves, counted from the first, as n ends on, and two more. */
    void plant(Course course, int count) {
        seed.empty();
        seed.plant(course, TEMPLATES, Integer.MAX_VALUE);
        for (int number = 0; number < TEMPLATES; number++) {
            List<ProgressCommand> commands = new ArrayList<>();
            for (int leaf = 0; leaf < 2 * (number + 1); leaf++) {
                commands.add(Seed.submit(course, number, course.leaves().get(leaf), Units.ONE, 1));
            }
            accounting.apply(commands);
        }
        QuarkusTransaction.requiringNew().timeout(7_200).run(() -> copy(count));
        Database.current().awaitEmptyOutbox();
        Database.current().execute("vacuum (analyze)");
    }

    private void copy(int count) {
        sql.update("""
                insert into learner (learner_id, username, occurred_at, version)
                select lpad(n::text, 8, '0'), 'user' || lpad(n::text, 8, '0'), '2026-01-01T00:00:00Z', 0
                from generate_series(?, ? - 1) n
                """, TEMPLATES, count);
        for (String table : List.of("enrollment", "course_progress", "block_progress", "block_completion")) {
            String columns = String.join(
                    ", ",
                    sql.query(
                            "select column_name from information_schema.columns where table_name = ?"
                                    + " and column_name <> 'learner_id' and table_schema = current_schema()",
                            row -> Row.text(row, "column_name"),
                            table));
            sql.update(
                    "insert into " + table + " (learner_id, " + columns + ") select lpad(n::text, 8, '0'), " + columns
                            + " from generate_series(?, ? - 1) n join " + table
                            + " t on t.learner_id = lpad((n % ?)::text, 8, '0') order by n",
                    TEMPLATES,
                    count,
                    TEMPLATES);
        }
        sql.update("""
                insert into completion_counter_delta
                select course_key, kind, item, cohorts, roles, learners * c.n, started * c.n, completed * c.n, earned * c.n,
                       possible * c.n, percent * c.n
                from (select * from completion_counter union all select * from completion_counter_delta) t,
                     (select ? as n) c
                """, count / TEMPLATES - 1);
    }

    /** What the tables and their indexes take, in bytes for each row. */
    String sizes() {
        StringBuilder text = new StringBuilder();
        for (String table : TABLES) {
            long rows = Math.max(1, Database.current().count(table));
            long heap = Database.current().number("select pg_table_size(?::regclass)", table);
            long indexes = Database.current().number("select pg_indexes_size(?::regclass)", table);
            text.append(String.format(
                    Locale.ROOT,
                    "  %-26s %,12d rows  %,8.1f MB table (%.0f B a row), %,8.1f MB indexes (%.0f B a row)%n",
                    table,
                    rows,
                    heap / 1e6,
                    (double) heap / rows,
                    indexes / 1e6,
                    (double) indexes / rows));
        }
        return text.toString();
    }
}
