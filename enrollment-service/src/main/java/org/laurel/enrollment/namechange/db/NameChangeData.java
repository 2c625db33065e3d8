package org.laurel.enrollment.namechange.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Requests for another name, with what became of them, the newest first. */
@Singleton
class NameChangeData extends HeldRows {

    NameChangeData(Sql sql, ObjectMapper json) {
        super(sql, json, "name_changes", """
                select name, rationale, state, requested_at, history_at as stored_at
                from name_change_history where learner_id = ? and history_operation <> '-' order by history_id desc
                """);
    }
}
