package org.laurel.certificates.issuance.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What is known of the learner in course runs: grades, passing, completion and enrollments. */
@Singleton
class CourseFactData extends HeldRows {

    CourseFactData(Sql sql, ObjectMapper json) {
        super(sql, json, "course_facts", """
                select course_key, passing, grade, mode, is_active, percent as completion, occurred_at, source from standing_fact
                where learner_id = ? order by course_key, occurred_at, sequence
                """);
    }
}
