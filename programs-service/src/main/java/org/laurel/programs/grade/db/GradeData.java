package org.laurel.programs.grade.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Grades with their former versions, the newest of each first. */
@Singleton
class GradeData extends HeldRows {

    GradeData(Sql sql, ObjectMapper json) {
        super(sql, json, "grades", """
                select course_key, letter_grade, percent_grade, verified, lms_last_updated_at, occurred_at, created_at,
                       modified_at, history_at as stored_at
                from grade_history where learner_id = ? order by course_key, history_id desc
                """);
    }
}
