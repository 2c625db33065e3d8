package org.laurel.enrollment.enrollment.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Enrollments that wait for their course run or its modes to become known. */
@Singleton
class WaitingEnrollmentData extends HeldRows {

    WaitingEnrollmentData(Sql sql, ObjectMapper json) {
        super(sql, json, "waiting_enrollments", """
                select course_key, mode, is_active, created_at as created, occurred_at from pending_enrollment
                where learner_id = ? order by course_key, occurred_at
                """);
    }
}
