package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What staff decided about the learner's credentials, without who did and what they noted. */
@Singleton
class CredentialOrderData extends HeldRows {

    CredentialOrderData(Sql sql, ObjectMapper json) {
        super(sql, json, "credential_decisions", """
                select subject, status, mode, decided_at, version, history_at as stored_at
                from credential_order_history where learner_id = ? order by subject, history_id desc
                """);
    }
}
