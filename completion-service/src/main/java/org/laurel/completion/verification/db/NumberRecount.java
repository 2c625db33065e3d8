package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Count;
import org.laurel.completion.progress.domain.Counter;
import org.laurel.completion.progress.domain.Counter.Kind;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.DatabaseException;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Counts the numbers of a course run again from the rows of its learners, in SQL alone, and compares them with those kept: those of
 * learners at once, those of blocks in pieces of some blocks. A piece is one statement over all learners and therefore one snapshot
 * of both sides, and whoever changes rows moves the numbers in the same transaction: nothing that moves between pieces, or during
 * one, is taken for a difference. Ranges of learners would have to share a snapshot, and a number is only right when all are counted.
 *
 * <p>Call it in a transaction. A statement that takes longer than 50 seconds fails for good with {@link CountTookTooLong}.
 */
@ApplicationScoped
public class NumberRecount {

    /** SQLState of a statement that was cancelled, by its time limit. */
    private static final String CANCELLED = "57014";

    /**
     * How long a statement may take. The driver takes a minute's silence for a lost connection, after which the server would go on
     * for nobody and the work be tried again for ever.
     */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    /** The columns mean what {@link Count} says. */
    private static final String DIFFERENT = """
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

    /** Of days only the sum can be counted again. */
    private static final String LEARNERS = """
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
                from learners group by cohorts, roles),
            kept as (
                select kind, case when kind = 'DAY' then '' else item end as item, cohorts, roles, sum(learners) as learners,
                       sum(started) as started, sum(completed) as completed, sum(earned) as earned,
                       sum(possible) as possible, sum(percent) as percent
                from (select * from completion_counter where course_key = ?
                      union all select * from completion_counter_delta where course_key = ?) c
                where kind <> 'BLOCK'
                group by 1, 2, 3, 4)
            """ + DIFFERENT;

    /**
     * One after the other of the learners counted, only the rows of the piece: by the primary key, so a piece costs a look into its
     * index for each learner, and neither another index nor the course run's other rows. The {@code offset} keeps the planner from
     * reading all rows of the course run instead.
     */
    private static final String BLOCKS = """
            with recounted as (
                select 'BLOCK' as kind, b.block_key as item, p.cohorts, p.roles, count(*) as learners, count(*) as started,
                       count(*) filter (where b.possible > 0 and b.earned = b.possible * 1000000000) as completed,
                       sum(b.earned) as earned, sum(b.possible) as possible,
                       sum(case when b.possible = 0 then 1000000000000
                                else (b.earned * 1000 + b.possible / 2) / b.possible end) as percent
                from course_progress p cross join lateral (
                    select * from block_progress o
                    where o.course_key = p.course_key and o.learner_id = p.learner_id and o.block_key > ?
                        and (?::text is null or o.block_key <= ?) and o.earned > 0 offset 0) b
                where p.course_key = ? and p.is_counted
                group by b.block_key, p.cohorts, p.roles),
            kept as (
                select kind, item, cohorts, roles, sum(learners) as learners, sum(started) as started,
                       sum(completed) as completed, sum(earned) as earned, sum(possible) as possible, sum(percent) as percent
                from (select * from completion_counter where course_key = ? and kind = 'BLOCK'
                      union all select * from completion_counter_delta where course_key = ? and kind = 'BLOCK') c
                where item > ? and (?::text is null or item <= ?)
                group by kind, item, cohorts, roles)
            """ + DIFFERENT;

    /** Blocks that numbers are kept of, or that some learners have rows of; the last piece has no end, so none is left out. */
    private static final String BOUND = """
            with known as (
                select item from completion_counter where course_key = ? and kind = 'BLOCK' and item > ?
                union select item from completion_counter_delta where course_key = ? and kind = 'BLOCK' and item > ?
                union select b.block_key
                from (select learner_id from course_progress where course_key = ? order by learner_id limit 100) p
                cross join lateral (select block_key from block_progress o
                    where o.course_key = ? and o.learner_id = p.learner_id and o.block_key > ? offset 0) b)
            select item from known order by item
            offset greatest(1, ? / greatest(1, (select count(*) from course_progress where course_key = ?))) - 1 limit 1
            """;

    private final Sql sql;
    private final Duration limit;

    @Inject
    NumberRecount(Sql sql) {
        this(sql, LIMIT);
    }

    NumberRecount(Sql sql, Duration limit) {
        this.sql = sql;
        this.limit = limit;
    }
    /**
     * A number that is kept otherwise than the rows say.
     *
     * @param counter which one; of a day without the day
     */
    public record Differing(Counter counter, Count kept, Count recounted) {}

    /** Those of learners by how far they are, and of days: one look at each learner's course row. */
    public List<Differing> learners(CourseKey courseKey) {
        String course = courseKey.value();
        return counted(LEARNERS, course, course, course);
    }

    /**
     * Those of blocks whose keys lie after one and up to another.
     *
     * @param to null for all that are left
     */
    public List<Differing> blocks(CourseKey courseKey, String after, @Nullable String to) {
        String course = courseKey.value();
        return counted(BLOCKS, after, to, to, course, course, course, after, to, to);
    }

    /**
     * The block with which a piece should end that looks at about so many rows, one for each learner and block. Empty when the piece
     * may take all blocks that are left.
     *
     * @param after the block with which the piece before ended, empty for the first
     */
    public Optional<String> bound(CourseKey courseKey, String after, long looks) {
        String course = courseKey.value();
        return sql.first(
                BOUND,
                row -> Row.text(row, "item"),
                course,
                after,
                course,
                after,
                course,
                course,
                after,
                looks,
                course);
    }

    private List<Differing> counted(String statement, @Nullable Object... arguments) {
        sql.update("set local statement_timeout = " + limit.toMillis());
        try {
            return sql.query(statement, NumberRecount::differing, arguments);
        } catch (DatabaseException failure) {
            if (failure.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                // Without the cause, which would have it tried again.
                throw new CountTookTooLong();
            }
            throw failure;
        }
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
