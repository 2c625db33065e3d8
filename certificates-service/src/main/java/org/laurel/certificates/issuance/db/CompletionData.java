package org.laurel.certificates.issuance.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** How much of course runs the learner has completed, where that plays no part in certificates. */
@Singleton
class CompletionData extends HeldRows {

    CompletionData(Sql sql, ObjectMapper json) {
        super(sql, json, "completions", """
                select course_key, percent as completion, occurred_at, source from course_completion
                where learner_id = ? order by course_key
                """);
    }
}
