package org.laurel.enrollment.retirement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.retirement.domain.LearnerRetirement;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** What stands of learners at the moment when they are retired. */
@ApplicationScoped
public class LeavingLearners {

    private final Sql sql;

    LeavingLearners(Sql sql) {
        this.sql = sql;
    }

    /** Their active enrollments. */
    public List<EnrollmentKey> enrollments(List<LearnerId> learners) {
        return sql.query(
                "select learner_id, course_key from enrollment where is_active and learner_id = any(?)"
                        + " order by learner_id, course_key",
                row -> new EnrollmentKey(
                        new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                (Object) Column.texts(learners, LearnerId::value));
    }

    /**
     * Takes the names from their accounts, so that the end of their enrollments is told without them. The version stays:
     * receivers keep what they have until they erase it, and no name changes anywhere to an empty one.
     */
    public void blankAccounts(List<LearnerRetirement> retirements) {
        sql.update(
                """
                update learner l
                set username = t.username, email = '', name = '', is_active = false, certificate_name = null,
                    verified_name = null, use_verified_name = false, changed_by = 'retirement', change_reason = null
                from unnest(?::text[], ?::text[]) as t (learner_id, username) where l.learner_id = t.learner_id
                """,
                Column.texts(retirements, LearnerRetirement::learnerId),
                Column.texts(retirements, LearnerRetirement::retiredUsername));
    }
}
