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
import org.laurel.measuring.Waiting;

/** Any number of learners in one course run: a hundred of them made by the service, the others copies of these, set-based. */
@ApplicationScoped
class Crowd {

    /** Learners who are made by the service; the nth learner is a copy of number n % 100. */
    static final int TEMPLATES = 100;

    /** Cohorts; the nth learner belongs to cohort n % 10 + 1. */
    static final int COHORTS = 10;

    /** Of so many learners with the same progress one has completions of blocks too: no list and no detail reads them. */
    private static final int WITH_COMPLETIONS = 50;

    private static final int CHUNK = 2_000;
    private static final int EVENTS = 250;

    private static final List<String> TABLES = List.of(
            "block_completion",
            "block_progress",
            "course_progress",
            "enrollment",
            "learner",
            "cohort_membership",
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

    /**
     * Learners 0 to count - 1; how far they are goes by the sixth power from nothing to everything, a seventh on average, so that most
     * have just begun.
     *
     * @param count a multiple of {@link #TEMPLATES}
     */
    void plant(Course course, int count) {
        seed.empty();
        seed.plant(course, TEMPLATES, Integer.MAX_VALUE);
        sql.update("""
                insert into cohort_membership (learner_id, cohort_id, course_key, org, cohort_name, is_member, version)
                select lpad(n::text, 8, '0'), n % ? + 1, ?, '', 'Cohort ' || n % ? + 1, true, 1 from generate_series(0, ? - 1) n
                """, COHORTS, course.key().value(), COHORTS, TEMPLATES);
        seed.count(course, TEMPLATES);
        for (int number = 0; number < TEMPLATES; number++) {
            complete(course, number);
        }
        for (int from = TEMPLATES; from < count; from += CHUNK) {
            int first = from;
            int last = Math.min(count, from + CHUNK) - 1;
            QuarkusTransaction.requiringNew().timeout(600).run(() -> copy(course, first, last));
        }
        multiplyNumbers(count / TEMPLATES - 1);
        Database.current().awaitEmptyOutbox();
        Database.current().execute("vacuum (analyze)");
        Database.current().execute("checkpoint"); // else what planting wrote goes to disk while reads are measured
    }

    private void complete(Course course, int number) {
        double share = Math.pow(number / (TEMPLATES - 1.0), 6);
        List<String> completed = course.leaves()
                .subList(0, (int) Math.round(share * course.leaves().size()));
        for (int from = 0; from < completed.size(); from += EVENTS) {
            List<ProgressCommand> commands = new ArrayList<>();
            completed
                    .subList(from, Math.min(completed.size(), from + EVENTS))
                    .forEach(leaf -> commands.add(Seed.submit(course, number, leaf, Units.ONE, 1)));
            accounting.apply(commands);
        }
    }

    private void copy(Course course, int first, int last) {
        sql.update("""
                insert into learner (learner_id, username, occurred_at, version)
                select lpad(n::text, 8, '0'), 'user' || lpad(n::text, 8, '0'), '2026-01-01T00:00:00Z', 0
                from generate_series(?, ?) n
                """, first, last);
        for (String table : List.of("enrollment", "cohort_membership", "course_progress", "block_progress")) {
            copy(table, "true", course, first, last);
        }
        copy("block_completion", "n / 100 % " + WITH_COMPLETIONS + " = 0", course, first, last);
    }

    private void copy(String table, String condition, Course course, int first, int last) {
        String columns = String.join(
                ", ",
                sql.query(
                        "select column_name from information_schema.columns where table_name = ?"
                                + " and column_name <> 'learner_id' and table_schema = current_schema()",
                        row -> Row.text(row, "column_name"),
                        table));
        sql.update(
                "insert into " + table + " (learner_id, " + columns + ") select lpad(n::text, 8, '0'), " + columns
                        + " from generate_series(?, ?) n cross join lateral (select * from " + table
                        + " where course_key = ? and learner_id = lpad((n % ?)::text, 8, '0')) t where " + condition,
                first,
                last,
                course.key().value(),
                TEMPLATES);
    }

    private void multiplyNumbers(int times) {
        sql.update("""
                insert into completion_counter_delta
                select course_key, kind, item, cohorts, roles, learners * c.n, started * c.n, completed * c.n, earned * c.n,
                       possible * c.n, percent * c.n
                from (select * from completion_counter union all select * from completion_counter_delta) t,
                     (select ? as n) c
                """, times);
        Waiting.until(() -> Database.current().count("completion_counter_delta") == 0);
    }

    /**
     * Completions of so many learners, in batches, so that numbers have just moved; their events have left when this ends. Nobody who has
     * completed everything is among them.
     */
    void goOn(Course course, int learners) {
        String leaf = course.leaves().getLast();
        for (int from = 0; from < learners; from += EVENTS) {
            List<ProgressCommand> commands = new ArrayList<>();
            for (int number = from; number < Math.min(learners, from + EVENTS); number++) {
                if (number % TEMPLATES < TEMPLATES - 1) {
                    commands.add(Seed.submit(course, number, leaf, Units.ONE, 2));
                }
            }
            accounting.apply(commands);
        }
        Database.current().awaitEmptyOutbox();
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
