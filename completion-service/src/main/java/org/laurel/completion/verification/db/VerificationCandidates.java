package org.laurel.completion.verification.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.verification.domain.Verification;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Whose rows a verification looks at. */
@ApplicationScoped
public class VerificationCandidates {

    /** Up to as many rows are counted, for more an estimate will do. */
    private static final int FEW = 200_000;

    private final Sql sql;

    VerificationCandidates(Sql sql) {
        this.sql = sql;
    }

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

    /** How many learners in course runs there are to look at; about how many when these are many. */
    public long count(long id, Verification.Scope scope) {
        if (scope.isChosen()) {
            return count("select count(*) from verification_item where verification_id = ?", id);
        }
        CourseKey courseKey = scope.courseKey();
        if (courseKey == null) {
            long rows = count("select reltuples::bigint from pg_class where oid = 'course_progress'::regclass");
            return rows > FEW ? rows : count("select count(*) from course_progress");
        }
        return count("select count(*) from course_progress where course_key = ?", courseKey.value());
    }

    private long count(String statement, Object... arguments) {
        return sql.first(statement, row -> row.getLong(1), arguments).orElse(0L);
    }

    /**
     * The learners after the given one, by course run and id, all of one course run. Of everybody: whoever has a row, is enrolled, or
     * has completed anything.
     */
    public List<CourseLearner> next(long id, Verification.Scope scope, Position after, int limit) {
        List<CourseLearner> found = scope.isChosen() ? chosen(id, after, limit) : everybody(scope, after, limit);
        return found.stream()
                .takeWhile(one -> one.courseKey().equals(found.getFirst().courseKey()))
                .toList();
    }

    /** Where a chunk ended. */
    public record Position(String courseKey, String learnerId) {}

    private List<CourseLearner> chosen(long id, Position after, int limit) {
        return sql.query("""
                select course_key, learner_id from verification_item
                where verification_id = ? and (course_key, learner_id) > (?, ?)
                order by course_key, learner_id limit ?
                """, VerificationCandidates::learner, id, after.courseKey(), after.learnerId(), limit);
    }

    private List<CourseLearner> everybody(Verification.Scope scope, Position after, int limit) {
        List<Object> arguments = new ArrayList<>();
        String keys = String.join(
                " union ",
                part("course_progress where true", scope, after, limit, arguments),
                part("enrollment where is_active", scope, after, limit, arguments),
                part("block_completion where true", scope, after, limit, arguments),
                part("block_progress where true", scope, after, limit, arguments));
        arguments.add(limit);
        return sql.query(
                "select course_key, learner_id from (" + keys + ") k order by course_key, learner_id limit ?",
                VerificationCandidates::learner,
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

    private static CourseLearner learner(ResultSet row) throws SQLException {
        return new CourseLearner(
                new CourseKey(Row.text(row, "course_key")), new LearnerId(Row.text(row, "learner_id")));
    }
}
