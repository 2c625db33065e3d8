package org.laurel.programs.learner.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** The learner as enrollment-service tells. */
@Singleton
class LearnerAccountData extends HeldRows {

    LearnerAccountData(Sql sql, ObjectMapper json) {
        super(sql, json, "learner", """
                select username, email, name, is_active, version, changed_at from learner where learner_id = ?
                """);
    }
}
