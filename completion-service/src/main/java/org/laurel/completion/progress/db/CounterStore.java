package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The numbers of course runs: appended to by every change, folded soon afterwards. */
@ApplicationScoped
public class CounterStore {

    /** Notes movements, by {@link #appended}. */
    static final String APPEND = """
            insert into completion_counter_delta (course_key, kind, item, cohorts, roles, learners, started, completed,
                                                  earned, possible, percent)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                                 ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            """;

    private final Sql sql;

    CounterStore(Sql sql) {
        this.sql = sql;
    }

    /** By how much a number of a course run moves. */
    public record Moved(CourseKey courseKey, Counter counter, Count count) {}

    /** Notes movements; one statement. */
    public void append(List<Moved> moved) {
        if (!moved.isEmpty()) {
            sql.update(APPEND, appended(moved).toArray());
        }
    }

    /** The parameters of {@link #APPEND}. */
    static List<Object> appended(List<Moved> moved) {
        return List.of(
                Column.texts(moved, Moved::courseKey),
                Column.texts(moved, one -> one.counter().kind()),
                Column.texts(moved, one -> one.counter().item()),
                Column.texts(moved, one -> one.counter().cohorts()),
                Column.texts(moved, one -> one.counter().roles()),
                Column.longs(moved, one -> one.count().learners()),
                Column.longs(moved, one -> one.count().started()),
                Column.longs(moved, one -> one.count().completed()),
                Column.longs(moved, one -> one.count().earned()),
                Column.longs(moved, one -> one.count().possible()),
                Column.longs(moved, one -> one.count().percent()));
    }

    /** Whether at least so many movements are not folded yet. Costs no more than reading so many. */
    public boolean isWaiting(int movements) {
        return sql.query("select from completion_counter_delta offset ? limit 1", row -> true, movements - 1)
                        .size()
                > 0;
    }

    /** Takes the turn at folding until the end of the transaction; false when somebody else has it. */
    public boolean takeTurn() {
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtextextended('completion-folding', 0))",
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Waits for the turn at folding and takes it until the end of the transaction. */
    public void awaitTurn() {
        sql.query("select pg_advisory_xact_lock(hashtextextended('completion-folding', 0))", row -> true);
    }

    /** The first course run after the given one with movements that are not folded yet. */
    public Optional<CourseKey> unfoldedAfter(String courseKey) {
        return sql.first(
                "select course_key from completion_counter_delta where course_key > ? order by course_key limit 1",
                row -> new CourseKey(Row.text(row, "course_key")),
                courseKey);
    }

    /**
     * Folds movements of a course run into its numbers. Those that another transaction folds at the same time are left to it.
     *
     * @return how many movements were folded
     */
    public int fold(CourseKey courseKey, int most) {
        return sql.first("""
                        with gone as (
                            delete from completion_counter_delta where ctid = any (array(
                                select ctid from completion_counter_delta where course_key = ? limit ?))
                            returning *),
                        summed as (
                            select course_key, kind, item, cohorts, roles, sum(learners) as learners, sum(started) as started,
                                   sum(completed) as completed, sum(earned) as earned, sum(possible) as possible,
                                   sum(percent) as percent
                            from gone group by course_key, kind, item, cohorts, roles),
                        folded as (
                            insert into completion_counter as c (course_key, kind, item, cohorts, roles, learners, started,
                                                                 completed, earned, possible, percent)
                            select * from summed order by kind, item, cohorts, roles
                            on conflict (course_key, kind, item, cohorts, roles) do update set
                                learners = c.learners + excluded.learners, started = c.started + excluded.started,
                                completed = c.completed + excluded.completed, earned = c.earned + excluded.earned,
                                possible = c.possible + excluded.possible, percent = c.percent + excluded.percent)
                        select count(*) from gone
                        """, row -> row.getInt(1), courseKey.value(), most).orElse(0);
    }

    /**
     * Adds the numbers of days together that are more than so many days older than the last one, or than today if that is
     * earlier. They are not told day by day any more, and later days come to what they did.
     */
    public void condenseDays(CourseKey courseKey, LocalDate today, int days) {
        sql.update("""
                with horizon as (
                    select least(max(item)::date, ?::date) - ?::int as day from completion_counter
                    where course_key = ? and kind = 'DAY' and item > ''),
                gone as (
                    delete from completion_counter using horizon
                    where course_key = ? and kind = 'DAY' and item > '' and item <= horizon.day::text
                    returning course_key, kind, cohorts, roles, learners, started, completed, earned, possible, percent),
                summed as (
                    select course_key, kind, '' as item, cohorts, roles, sum(learners) as learners, sum(started) as started,
                           sum(completed) as completed, sum(earned) as earned, sum(possible) as possible,
                           sum(percent) as percent
                    from gone group by course_key, kind, cohorts, roles),
                kept as (
                    insert into completion_counter as c (course_key, kind, item, cohorts, roles, learners, started, completed,
                                                         earned, possible, percent)
                    select * from summed order by cohorts, roles
                    on conflict (course_key, kind, item, cohorts, roles) do update set
                        learners = c.learners + excluded.learners, started = c.started + excluded.started,
                        completed = c.completed + excluded.completed, earned = c.earned + excluded.earned,
                        possible = c.possible + excluded.possible, percent = c.percent + excluded.percent)
                insert into completion_condensed as c (course_key, through)
                select ?, day from horizon where exists (select from gone)
                on conflict (course_key) do update set through = greatest(c.through, excluded.through)
                """, today, days, courseKey.value(), courseKey.value(), courseKey.value());
    }

    /** Removes numbers of a course run that have come to nothing. */
    public void removeEmpty(CourseKey courseKey) {
        sql.update("""
                delete from completion_counter where course_key = ? and learners = 0 and started = 0 and completed = 0
                    and earned = 0 and possible = 0 and percent = 0
                """, courseKey.value());
    }
}
