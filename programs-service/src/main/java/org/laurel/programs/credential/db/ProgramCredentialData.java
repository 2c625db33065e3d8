package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Program credentials with their former versions, the newest of each first. */
@Singleton
class ProgramCredentialData extends HeldRows {

    ProgramCredentialData(Sql sql, ObjectMapper json) {
        super(sql, json, "program_credentials", """
                select credential_uuid, program_uuid, status, available_at, reason, created_at, modified_at, version,
                       history_at as stored_at
                from program_credential_history where learner_id = ? order by program_uuid, history_id desc
                """);
    }
}
