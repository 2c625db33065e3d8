package org.laurel.completion.verification.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What verifications found stored otherwise than it should be. */
@Singleton
class VerificationDifferenceData extends HeldRows {

    VerificationDifferenceData(Sql sql, ObjectMapper json) {
        super(sql, json, "verification_differences", """
                select d.verification_id, d.course_key, d.kind, d.item, d.stored, d.walked, v.created_at
                from verification_difference d join verification v on v.id = d.verification_id
                where d.learner_id = ? order by d.verification_id, d.place
                """);
    }
}
