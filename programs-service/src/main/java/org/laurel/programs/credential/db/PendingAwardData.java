package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Awards that the learner has earned and that wait. */
@Singleton
class PendingAwardData extends HeldRows {

    PendingAwardData(Sql sql, ObjectMapper json) {
        super(sql, json, "pending_awards", """
                select subject, obstacle, mode, available_at, earned_at, modified_at from pending_award
                where learner_id = ? order by pending_id
                """);
    }
}
