package org.laurel.certificates.issuance.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Certificates with their former versions, the newest of each course run first. */
@Singleton
class CertificateData extends HeldRows {

    CertificateData(Sql sql, ObjectMapper json) {
        super(sql, json, "certificates", """
                select course_key, verify_uuid, status, mode, grade, name, generation_mode, created_at, modified_at,
                       available_at, date_override, download_url, version, history_at as stored_at
                from certificate_history where learner_id = ? order by course_key, history_id desc
                """);
    }
}
