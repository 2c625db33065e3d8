package org.laurel.completion.progress.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laurel.completion.progress.db.ProgressReading.Wanted;
import org.laurel.completion.progress.domain.Depth;
import org.laurel.completion.progress.domain.ProgressView;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds active enrollments and reads their progress: at most four statements, whatever the number of learners. */
@ApplicationScoped
public class ProgressQuery {

    private static final String ENROLLED = """
            select e.course_key, e.learner_id, l.username from enrollment e join learner l using (learner_id)
            where e.is_active
            """;

    private final Sql sql;
    private final ProgressReading reading;

    ProgressQuery(Sql sql, ProgressReading reading) {
        this.sql = sql;
        this.reading = reading;
    }

    /** The progress of a learner in a course run; empty when there is no active enrollment. */
    public Optional<ProgressView> of(LearnerId learnerId, CourseKey courseKey, Depth depth) {
        List<Wanted> enrolled = sql.query(
                ENROLLED + "and e.learner_id = ? and e.course_key = ?",
                ProgressQuery::wanted,
                learnerId.value(),
                courseKey.value());
        return reading.of(enrolled, depth).stream().findFirst();
    }

    /** A page of the active enrollments of a course run, ordered by learner id. */
    public List<ProgressView> ofCourse(CourseKey courseKey, int offset, int limit, Depth depth) {
        return reading.of(
                sql.query(
                        ENROLLED + "and e.course_key = ? order by e.learner_id offset ? limit ?",
                        ProgressQuery::wanted,
                        courseKey.value(),
                        offset,
                        limit),
                depth);
    }

    /** A page of the active enrollments of a learner, ordered by course key. */
    public List<ProgressView> ofLearner(LearnerId learnerId, int offset, int limit, Depth depth) {
        return reading.of(
                sql.query(
                        ENROLLED + "and e.learner_id = ? order by e.course_key offset ? limit ?",
                        ProgressQuery::wanted,
                        learnerId.value(),
                        offset,
                        limit),
                depth);
    }

    /** How many active enrollments a course run has. */
    public long countOfCourse(CourseKey courseKey) {
        return count("select count(*) from enrollment where course_key = ? and is_active", courseKey.value());
    }

    /** How many active enrollments a learner has. */
    public long countOfLearner(LearnerId learnerId) {
        return count("select count(*) from enrollment where learner_id = ? and is_active", learnerId.value());
    }

    private long count(String statement, String argument) {
        return sql.first(statement, row -> row.getLong(1), argument).orElse(0L);
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(CompletionStore.key(row), Row.text(row, "username"));
    }
}
