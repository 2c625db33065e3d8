package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Whose credential of a course run has a date: one that was made, or one that waits to be. */
@ApplicationScoped
public class DatedCredentials {

    private final Sql sql;

    DatedCredentials(Sql sql) {
        this.sql = sql;
    }

    /** Learners with such a credential, in order, after the given one. */
    public List<LearnerId> holders(CourseKey courseKey, String after, int limit) {
        return sql.query(
                """
                select learner_id from (
                    (select learner_id from course_credential where course_key = ? and learner_id > ?
                     order by learner_id limit ?)
                    union
                    (select learner_id from pending_award where subject = ? and learner_id > ?
                     order by learner_id limit ?)) t
                order by learner_id limit ?
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                courseKey.value(),
                after,
                limit,
                courseKey.value(),
                after,
                limit,
                limit);
    }
}
