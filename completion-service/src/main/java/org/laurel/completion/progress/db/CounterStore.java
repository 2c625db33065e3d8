package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The numbers of course runs: appended to by every change, folded by a job. */
@ApplicationScoped
public class CounterStore {

    private final Sql sql;

    CounterStore(Sql sql) {
        this.sql = sql;
    }

    /** By how much a number of a course run moves. */
    public record Moved(CourseKey courseKey, Counter counter, Count count) {}

    /** Notes movements; one statement. */
    public void append(List<Moved> moved) {
        if (moved.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into completion_counter_delta (course_key, kind, item, cohorts, roles, learners, started, completed,
                                                      earned, possible, percent)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                                     ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                """,
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

    /** The first course run after the given one with movements that are not folded yet. */
    public Optional<String> unfoldedAfter(String courseKey) {
        return sql.first(
                "select course_key from completion_counter_delta where course_key > ? order by course_key limit 1",
                row -> Row.text(row, "course_key"),
                courseKey);
    }

    /**
     * Folds movements of a course run into its numbers; numbers that have come to nothing go. One at a time for a course run.
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

    /** Removes numbers of a course run that have come to nothing. */
    public void removeEmpty(CourseKey courseKey) {
        sql.update("""
                delete from completion_counter where course_key = ? and learners = 0 and started = 0 and completed = 0
                    and earned = 0 and possible = 0 and percent = 0
                """, courseKey.value());
    }
}
