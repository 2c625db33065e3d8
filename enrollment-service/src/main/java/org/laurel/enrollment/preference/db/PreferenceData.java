package org.laurel.enrollment.preference.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Preferences by key. */
@Singleton
class PreferenceData extends HeldRows {

    PreferenceData(Sql sql, ObjectMapper json) {
        super(sql, json, "preferences", """
                select key, value from preference where learner_id = ? order by key
                """);
    }
}
