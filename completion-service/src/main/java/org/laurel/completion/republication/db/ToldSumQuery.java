package org.laurel.completion.republication.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.db.ProgressStore;
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

    /** The time that was told with the sum {@code t}; where that was not kept yet, the latest that it can have been. */
    private static final String TOLD_AT = """
            coalesce(t.told_at, greatest(t.seen_at, t.cleared_at, (
                select max(b.occurred_at) from block_completion b
                where b.course_key = t.course_key and b.learner_id = t.learner_id)))""";

    /**
     * A condition with two parameters, the first and the last moment: whether what was told last of the sum {@code t}, or of its
     * getting to or leaving 100 %, bears a time between them.
     */
    public static final String TOLD_BETWEEN =
            "exists (select from (values (" + TOLD_AT + "), (t.crossed_at)) told (at) where told.at between ? and ?)";

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
                select t.course_key, t.learner_id, s.root, t.earned, t.possible, t.optional_earned, t.optional_possible,
                       t.version, %s as told_at, t.crossed_at, t.crossed_version
                from unnest(?::text[], ?::text[]) as k (course_key, learner_id)
                join course_progress t on t.course_key = k.course_key and t.learner_id = k.learner_id
                cross join lateral (
                    select root from course_structure where course_key = t.course_key
                    order by occurred_at desc, version desc, content_hash desc limit 1) s
                where t.version > 0
                order by t.course_key, t.learner_id
                """.formatted(TOLD_AT),
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
                Row.instant(row, "told_at"),
                ProgressStore.crossing(row));
    }

    private static CourseLearner key(ResultSet row) throws SQLException {
        return new CourseLearner(
                new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id")));
    }
}
