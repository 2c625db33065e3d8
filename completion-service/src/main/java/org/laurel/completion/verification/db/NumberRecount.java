package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.progress.domain.Counter.Kind;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Counts the numbers of a course run again from the rows of its learners, in SQL alone, and compares them with those kept. */
@ApplicationScoped
public class NumberRecount {

    /** The columns mean what {@link Count} says. Of days only the sum can be counted again. */
    private static final String DIFFERENT = """
            with learners as (
                select 'LEARNERS' as kind,
                       case when structure_id = 0 then 0 when earned = possible * 1000000000 then 11 when earned = 0 then 0
                            else earned * 10 / (possible * 1000000000) + 1 end
                       || ' ' || structure_id || ':' || types_version || ':' || release_step || ':' || audience as item,
                       cohorts, roles, count(*) as learners,
                       count(*) filter (where structure_id <> 0 and earned > 0) as started,
                       count(*) filter (where structure_id <> 0 and possible > 0 and earned = possible * 1000000000) as completed,
                       sum(earned) as earned, sum(possible) as possible,
                       sum(case when structure_id = 0 then 0 when possible = 0 then 1000000000000
                                else (earned * 1000 + possible / 2) / possible end) as percent
                from course_progress where course_key = ? and is_counted group by 1, 2, 3, 4),
            recounted as (
                select * from learners
                union all
                select 'DAY', '', cohorts, roles, sum(learners), sum(started), sum(completed), sum(earned), sum(possible),
                       sum(percent)
                from learners group by cohorts, roles
                union all
                select 'BLOCK', b.block_key, p.cohorts, p.roles, count(*), count(*),
                       count(*) filter (where b.possible > 0 and b.earned = b.possible * 1000000000), sum(b.earned), sum(b.possible),
                       sum(case when b.possible = 0 then 1000000000000
                                else (b.earned * 1000 + b.possible / 2) / b.possible end)
                from block_progress b join course_progress p using (course_key, learner_id)
                where ? and b.course_key = ? and p.is_counted and b.earned > 0
                group by b.block_key, p.cohorts, p.roles),
            kept as (
                select kind, case when kind = 'DAY' then '' else item end as item, cohorts, roles, sum(learners) as learners,
                       sum(started) as started, sum(completed) as completed, sum(earned) as earned,
                       sum(possible) as possible, sum(percent) as percent
                from (select * from completion_counter where course_key = ?
                      union all select * from completion_counter_delta where course_key = ?) c
                where kind <> 'BLOCK' or ?
                group by 1, 2, 3, 4)
            select kind, item, cohorts, roles,
                   coalesce(k.learners, 0) as learners, coalesce(k.started, 0) as started,
                   coalesce(k.completed, 0) as completed, coalesce(k.earned, 0) as earned,
                   coalesce(k.possible, 0) as possible, coalesce(k.percent, 0) as percent,
                   coalesce(r.learners, 0) as learners_now, coalesce(r.started, 0) as started_now,
                   coalesce(r.completed, 0) as completed_now, coalesce(r.earned, 0) as earned_now,
                   coalesce(r.possible, 0) as possible_now, coalesce(r.percent, 0) as percent_now
            from recounted r full join kept k using (kind, item, cohorts, roles)
            where (coalesce(k.learners, 0), coalesce(k.started, 0), coalesce(k.completed, 0), coalesce(k.earned, 0),
                   coalesce(k.possible, 0), coalesce(k.percent, 0))
               <> (coalesce(r.learners, 0), coalesce(r.started, 0), coalesce(r.completed, 0), coalesce(r.earned, 0),
                   coalesce(r.possible, 0), coalesce(r.percent, 0))
            order by kind, item, cohorts, roles
            """;

    private final Sql sql;

    NumberRecount(Sql sql) {
        this.sql = sql;
    }

    /**
     * A number that is kept otherwise than the rows say.
     *
     * @param counter which one; of a day without the day
     */
    public record Differing(Counter counter, Count kept, Count recounted) {}

    /**
     * The numbers of a course run that differ. One statement, so that nothing moves meanwhile: whoever changes rows moves the numbers in
     * the same transaction.
     *
     * @param withBlocks whether to count those of blocks too, which takes a look at every row of every learner
     */
    public List<Differing> of(CourseKey courseKey, boolean withBlocks) {
        String course = courseKey.value();
        return sql.query(DIFFERENT, NumberRecount::differing, course, withBlocks, course, course, course, withBlocks);
    }

    private static Differing differing(ResultSet row) throws SQLException {
        Counter counter = new Counter(
                Kind.valueOf(Row.text(row, "kind")),
                Row.text(row, "item"),
                Row.text(row, "cohorts"),
                Row.text(row, "roles"));
        return new Differing(counter, count(row, ""), count(row, "_now"));
    }

    private static Count count(ResultSet row, String which) throws SQLException {
        return new Count(
                row.getLong("learners" + which),
                row.getLong("started" + which),
                row.getLong("completed" + which),
                row.getLong("earned" + which),
                row.getLong("possible" + which),
                row.getLong("percent" + which));
    }
}
