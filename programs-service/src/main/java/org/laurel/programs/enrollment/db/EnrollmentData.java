package org.laurel.programs.enrollment.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** In which course runs enrollment-service says that the learner is or was enrolled. */
@Singleton
class EnrollmentData extends HeldRows {

    EnrollmentData(Sql sql, ObjectMapper json) {
        super(sql, json, "enrollments", """
                select course_key, mode, is_active, created_at, version, occurred_at from enrollment
                where learner_id = ? order by course_key
                """);
    }
}
