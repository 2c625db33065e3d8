package org.laurel.completion.progress.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Progress in course runs: earned and possible. */
@Singleton
class ProgressData extends HeldRows {

    ProgressData(Sql sql, ObjectMapper json) {
        super(sql, json, "course_progress", """
                select course_key, round(earned / 1000000000.0, 9) as earned, possible,
                       round(optional_earned / 1000000000.0, 9) as optional_earned, optional_possible, version, cleared_at
                from course_progress
                where learner_id = ? order by course_key
                """);
    }
}
