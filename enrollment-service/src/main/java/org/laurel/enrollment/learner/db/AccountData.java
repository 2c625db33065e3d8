package org.laurel.enrollment.learner.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** The account and the certificate preferences, with their former versions, the newest first. */
@Singleton
class AccountData extends HeldRows {

    AccountData(Sql sql, ObjectMapper json) {
        super(sql, json, "account", """
                select username, email, name, is_active, version, allow_certificate, certificate_name, use_verified_name,
                       verified_name, certificates_visible_to, preferences_version, occurred_at, history_at as stored_at
                from learner_history where learner_id = ? order by history_id desc
                """);
    }
}
