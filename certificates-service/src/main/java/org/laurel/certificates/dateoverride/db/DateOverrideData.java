package org.laurel.certificates.dateoverride.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Other dates for the learner's certificates; why staff set them stays here. */
@Singleton
class DateOverrideData extends HeldRows {

    DateOverrideData(Sql sql, ObjectMapper json) {
        super(sql, json, "date_overrides", """
                select course_key, date, created_at, modified_at from certificate_date_override
                where learner_id = ? order by course_key
                """);
    }
}
