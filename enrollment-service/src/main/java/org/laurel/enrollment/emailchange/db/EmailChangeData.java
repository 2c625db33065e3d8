package org.laurel.enrollment.emailchange.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** The request for another email address that waits for its confirmation. */
@Singleton
class EmailChangeData extends HeldRows {

    EmailChangeData(Sql sql, ObjectMapper json) {
        super(sql, json, "email_change", """
                select email, requested_at, expires_at from email_change where learner_id = ?
                """);
    }
}
