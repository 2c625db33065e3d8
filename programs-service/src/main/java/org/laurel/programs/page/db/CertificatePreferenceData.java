package org.laurel.programs.page.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Under which name the learner wants to be certified. */
@Singleton
class CertificatePreferenceData extends HeldRows {

    CertificatePreferenceData(Sql sql, ObjectMapper json) {
        super(sql, json, "certificate_preferences", """
                select certificate_name, use_verified_name, verified_name, version, changed_at
                from certificate_preference where learner_id = ?
                """);
    }
}
