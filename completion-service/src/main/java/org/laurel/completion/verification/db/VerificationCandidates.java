package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Whose rows a verification looks at, and of which course runs the numbers. */
@ApplicationScoped
public class VerificationCandidates {

    /** Up to as many rows of learners in course runs a sample is drawn of all, beyond of some pages of the table. */
    private static final int FEW = 200_000;

    private final Sql sql;

    VerificationCandidates(Sql sql) {
        this.sql = sql;
    }

    /**
     * A learner in a course run.
     *
     * @param stored whether there is a row for the course
     */
    public record Candidate(CourseLearner key, boolean stored) {}

    /** Keeps the learners who were named: where they have a row or are enrolled. */
    public void list(long id, List<LearnerId> learners, @Nullable CourseKey courseKey) {
        String[] ids = learners.stream().map(LearnerId::value).toArray(String[]::new);
        String course = courseKey == null ? null : courseKey.value();
        sql.update("""
                insert into verification_item (verification_id, course_key, learner_id)
                select ?, k.course_key, k.learner_id from (
                    select course_key, learner_id from course_progress where learner_id = any(?)
                    union select course_key, learner_id from enrollment where learner_id = any(?) and is_active) k
                where ?::text is null or k.course_key = ?
                """, id, ids, ids, course, course);
    }

    /** Draws learners in course runs by chance, of those who have a row. */
    public void draw(long id, int sample, @Nullable CourseKey courseKey) {
        String course = courseKey == null ? null : courseKey.value();
        long rows = sql.first(
                        "select reltuples::bigint from pg_class where oid = 'course_progress'::regclass",
                        row -> row.getLong(1))
                .orElse(0L);
        boolean few = course != null || rows < Math.max(FEW, 20L * sample);
        String part = few ? "" : " tablesample system (" + Math.min(100.0, 1_000.0 * sample / rows) + ")";
        sql.update(
                "insert into verification_item (verification_id, course_key, learner_id)"
                        + " select ?, course_key, learner_id from course_progress" + part
                        + " where ?::text is null or course_key = ? order by random() limit ?",
                id,
                course,
                course,
                sample);
    }

    /** Notes course runs whose numbers are kept, but for none of whose learners there may be a row. */
    public void courses(long id, @Nullable CourseKey courseKey, boolean withBlocks) {
        String course = courseKey == null ? null : courseKey.value();
        sql.update("""
                insert into verification_course (verification_id, course_key, with_blocks)
                select ?, k.course_key, ? from (
                    select course_key from completion_counter union select course_key from completion_counter_delta) k
                where ?::text is null or k.course_key = ?
                """, id, withBlocks, course, course);
    }

    /** Notes a course run whose numbers are to be counted again. */
    public void course(long id, CourseKey courseKey, boolean withBlocks) {
        sql.update("""
                insert into verification_course (verification_id, course_key, with_blocks) values (?, ?, ?)
                on conflict (verification_id, course_key) do update
                    set with_blocks = verification_course.with_blocks or excluded.with_blocks
                """, id, courseKey.value(), withBlocks);
    }

    /** A course run whose numbers are to be counted again, after the given one. */
    public Optional<NotedCourse> nextCourse(long id, String after) {
        return sql.first(
                "select * from verification_course where verification_id = ? and course_key > ? order by course_key limit 1",
                row -> new NotedCourse(new CourseKey(Row.text(row, "course_key")), row.getBoolean("with_blocks")),
                id,
                after);
    }

    /** A course run whose numbers are to be counted again. */
    public record NotedCourse(CourseKey courseKey, boolean withBlocks) {}

    /** How many learners in course runs there are to look at. */
    public long count(long id, Verification.Scope scope) {
        if (scope.isChosen()) {
            return count("select count(*) from verification_item where verification_id = ?", id);
        }
        CourseKey courseKey = scope.courseKey();
        return courseKey == null
                ? count("select count(*) from course_progress")
                : count("select count(*) from course_progress where course_key = ?", courseKey.value());
    }

    private long count(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(1), arguments).orElse(0L);
    }

    /**
     * The learners after the given one, by course run and id, all of one course run. Of everybody: whoever has a row, is enrolled, or
     * has completed anything.
     */
    public List<Candidate> next(long id, Verification.Scope scope, Position after, int limit) {
        List<Candidate> found = scope.isChosen() ? chosen(id, after, limit) : everybody(scope, after, limit);
        return found.stream()
                .takeWhile(one ->
                        one.key().courseKey().equals(found.getFirst().key().courseKey()))
                .toList();
    }

    /** Where a chunk ended. */
    public record Position(String courseKey, String learnerId) {}

    private List<Candidate> chosen(long id, Position after, int limit) {
        return sql.query("""
                select i.course_key, i.learner_id, p.learner_id is not null as is_stored
                from verification_item i left join course_progress p using (course_key, learner_id)
                where i.verification_id = ? and (i.course_key, i.learner_id) > (?, ?)
                order by i.course_key, i.learner_id limit ?
                """, VerificationCandidates::candidate, id, after.courseKey(), after.learnerId(), limit);
    }

    private List<Candidate> everybody(Verification.Scope scope, Position after, int limit) {
        List<Object> arguments = new ArrayList<>();
        String keys = String.join(
                " union ",
                part("course_progress where true", scope, after, limit, arguments),
                part("enrollment where is_active", scope, after, limit, arguments),
                part("block_completion where true", scope, after, limit, arguments),
                part("block_progress where true", scope, after, limit, arguments));
        arguments.add(limit);
        return sql.query(
                "select k.course_key, k.learner_id, p.learner_id is not null as is_stored from (" + keys + ") k"
                        + " left join course_progress p using (course_key, learner_id)"
                        + " order by k.course_key, k.learner_id limit ?",
                VerificationCandidates::candidate,
                arguments.toArray());
    }

    private static String part(
            String table, Verification.Scope scope, Position after, int limit, List<Object> arguments) {
        CourseKey courseKey = scope.courseKey();
        if (courseKey == null) {
            arguments.addAll(List.of(after.courseKey(), after.learnerId(), limit));
        } else {
            arguments.addAll(List.of(courseKey.value(), after.learnerId(), limit));
        }
        String place = courseKey == null ? "(course_key, learner_id) > (?, ?)" : "course_key = ? and learner_id > ?";
        return "(select distinct course_key, learner_id from " + table + " and " + place
                + " order by course_key, learner_id limit ?)";
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                new CourseLearner(
                        new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id"))),
                row.getBoolean("is_stored"));
    }
}
