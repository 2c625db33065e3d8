package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Dates that are shown instead of those of the learner's credentials, with former ones, the newest of each first. */
@Singleton
class DateOverrideData extends HeldRows {

    DateOverrideData(Sql sql, ObjectMapper json) {
        super(sql, json, "credential_date_overrides", """
                select credential_uuid, date, set_date, set_at, certificate_date, certificate_at, history_at as stored_at
                from credential_date_override_history where learner_id = ? order by credential_uuid, history_id desc
                """);
    }
}
