package org.laurel.programs.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.enrollment.domain.Enrollment;

/** Looks up in which course runs a learner is enrolled. */
@ApplicationScoped
public class EnrollmentQuery {

    private final Sql sql;

    EnrollmentQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner's active enrollments, the newest first, by key where they were created at once. */
    public List<Enrollment> active(LearnerId learnerId) {
        return sql.query(
                """
                select course_key, mode, is_active, created_at from enrollment where learner_id = ? and is_active
                order by created_at desc, course_key collate "C"
                """,
                row -> new Enrollment(
                        new CourseKey(Row.text(row, "course_key")),
                        Row.text(row, "mode"),
                        row.getBoolean("is_active"),
                        Row.instant(row, "created_at")),
                learnerId.value());
    }
}
