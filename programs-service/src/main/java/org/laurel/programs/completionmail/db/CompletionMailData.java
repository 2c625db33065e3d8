package org.laurel.programs.completionmail.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** About which programs the learner was mailed, or was not and why. */
@Singleton
class CompletionMailData extends HeldRows {

    CompletionMailData(Sql sql, ObjectMapper json) {
        super(sql, json, "completion_mails", """
                select program_uuid, outcome, decided_at from completion_mail where learner_id = ? order by decided_at, program_uuid
                """);
    }
}
