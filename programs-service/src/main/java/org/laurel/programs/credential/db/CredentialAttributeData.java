package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What was noted about the learner's credentials, with former values, the newest of each first. */
@Singleton
class CredentialAttributeData extends HeldRows {

    CredentialAttributeData(Sql sql, ObjectMapper json) {
        super(sql, json, "credential_attributes", """
                select credential_uuid, name, value, history_at as stored_at from credential_attribute_history
                where learner_id = ? order by credential_uuid, name, history_id desc
                """);
    }
}
