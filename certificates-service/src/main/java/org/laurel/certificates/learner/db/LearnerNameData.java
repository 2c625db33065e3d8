package org.laurel.certificates.learner.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Names that the learner had, the newest first. */
@Singleton
class LearnerNameData extends HeldRows {

    LearnerNameData(Sql sql, ObjectMapper json) {
        super(sql, json, "names", """
                select name, version, occurred_at from learner_name where learner_id = ? order by occurred_at desc
                """);
    }
}
