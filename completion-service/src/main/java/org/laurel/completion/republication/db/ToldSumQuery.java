package org.laurel.completion.republication.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.republication.domain.Position;
import org.laurel.completion.republication.domain.ToldSum;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The sums of course runs that others have been told. */
@ApplicationScoped
public class ToldSumQuery {

    private final Sql sql;

    ToldSumQuery(Sql sql) {
        this.sql = sql;
    }

    /** Whether anybody has been told of a learner in the course run. */
    public boolean any(CourseKey courseKey) {
        return sql.first(
                        "select 1 from course_progress where course_key = ? and version > 0 limit 1",
                        row -> true,
                        courseKey.value())
                .isPresent();
    }

    /**
     * How many learners in course runs there are of whom others were told.
     *
     * @param courseKey only in this one, null for all
     */
    public long count(@Nullable CourseKey courseKey) {
        String course = courseKey == null ? null : courseKey.value();
        return sql.first(
                        "select count(*) from course_progress where version > 0 and (?::text is null or course_key = ?)",
                        row -> row.getLong(1),
                        course,
                        course)
                .orElse(0L);
    }

    /**
     * The next of them after a place, in order.
     *
     * @param courseKey only in this one, null for all
     */
    public List<CourseLearner> next(@Nullable CourseKey courseKey, Position after, int limit) {
        String select = "select course_key, learner_id from course_progress where version > 0 and ";
        String order = " order by course_key, learner_id limit ?";
        return courseKey == null
                ? sql.query(
                        select + "(course_key, learner_id) > (?, ?)" + order,
                        ToldSumQuery::key,
                        after.courseKey(),
                        after.learnerId(),
                        limit)
                : sql.query(
                        select + "course_key = ? and learner_id > ?" + order,
                        ToldSumQuery::key,
                        courseKey.value(),
                        after.learnerId(),
                        limit);
    }

    /** What was told last of these; those of whom nothing was are left out. */
    public List<ToldSum> of(List<CourseLearner> keys) {
        return sql.query(
                """
                select p.course_key, p.learner_id, s.root, p.earned, p.possible, p.optional_earned, p.optional_possible,
                       p.version, coalesce(p.told_at, greatest(p.seen_at, p.cleared_at, (
                           select max(occurred_at) from block_completion
                           where course_key = p.course_key and learner_id = p.learner_id))) as told_at
                from unnest(?::text[], ?::text[]) as t (course_key, learner_id)
                join course_progress p using (course_key, learner_id)
                cross join lateral (
                    select root from course_structure where course_key = p.course_key
                    order by occurred_at desc, version desc, content_hash desc limit 1) s
                where p.version > 0
                order by p.course_key, p.learner_id
                """,
                ToldSumQuery::told,
                Column.texts(keys, CourseLearner::courseKey),
                Column.texts(keys, CourseLearner::learnerId));
    }

    private static ToldSum told(ResultSet row) throws SQLException {
        return new ToldSum(
                key(row),
                Row.text(row, "root"),
                new Tally(
                        row.getLong("earned"),
                        row.getLong("possible"),
                        row.getLong("optional_earned"),
                        row.getLong("optional_possible")),
                row.getLong("version"),
                Row.instant(row, "told_at"));
    }

    private static CourseLearner key(ResultSet row) throws SQLException {
        return new CourseLearner(
                new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id")));
    }
}
