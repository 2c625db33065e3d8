package org.laurel.certificates.invalidation.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Invalidations of certificates; what staff noted and who they are stays here. */
@Singleton
class InvalidationData extends HeldRows {

    InvalidationData(Sql sql, ObjectMapper json) {
        super(sql, json, "invalidations", """
                select course_key, active, created_at, modified_at from certificate_invalidation
                where learner_id = ? order by course_key
                """);
    }
}
