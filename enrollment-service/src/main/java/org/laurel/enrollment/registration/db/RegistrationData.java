package org.laurel.enrollment.registration.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** When the learner registered, and the key that was mailed was used. */
@Singleton
class RegistrationData extends HeldRows {

    RegistrationData(Sql sql, ObjectMapper json) {
        super(sql, json, "registration", """
                select requested_at, expires_at, activated_at from registration where learner_id = ?
                """);
    }
}
