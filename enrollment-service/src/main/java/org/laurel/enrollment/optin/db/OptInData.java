package org.laurel.enrollment.optin.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What the learner said of mail from organisations. */
@Singleton
class OptInData extends HeldRows {

    OptInData(Sql sql, ObjectMapper json) {
        super(sql, json, "email_opt_ins", """
                select org, opted_in as email_opt_in, changed_at from email_opt_in where learner_id = ? order by org
                """);
    }
}
