package org.laurel.enrollment.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.enrollment.domain.Enrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Sql;

/** Finds enrollments for readers. */
@ApplicationScoped
public class EnrollmentQueries {

    private final Sql sql;

    EnrollmentQueries(Sql sql) {
        this.sql = sql;
    }

    public Optional<Enrollment> byKey(EnrollmentKey key) {
        return sql.first(
                "select * from enrollment where learner_id = ? and course_key = ?",
                EnrollmentRows::enrollment,
                key.learnerId().value(),
                key.courseKey().value());
    }

    /** The active enrollments of a learner, oldest first. */
    public List<Enrollment> active(LearnerId learnerId) {
        return sql.query(
                "select * from enrollment where learner_id = ? and is_active order by created_at, course_key",
                EnrollmentRows::enrollment,
                learnerId.value());
    }
}
