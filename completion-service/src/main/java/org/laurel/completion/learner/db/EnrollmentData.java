package org.laurel.completion.learner.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Course runs in which the learner is or was enrolled. */
@Singleton
class EnrollmentData extends HeldRows {

    EnrollmentData(Sql sql, ObjectMapper json) {
        super(sql, json, "enrollments", """
                select course_key, mode, is_active, version from enrollment where learner_id = ? order by course_key
                """);
    }
}
