package org.laurel.programs.certificate.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Where the learner's certificates are. */
@Singleton
class CertificateLinkData extends HeldRows {

    CertificateLinkData(Sql sql, ObjectMapper json) {
        super(sql, json, "certificate_link", """
                select course_key, version, status, verify_uuid, download_url from certificate_link where learner_id = ?
                order by course_key
                """);
    }
}
