package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What certificates-service told of the learner's certificates. */
@Singleton
class CertificateVersionData extends HeldRows {

    CertificateVersionData(Sql sql, ObjectMapper json) {
        super(sql, json, "certificates", """
                select course_key, status, mode, available_at, date_override, version, occurred_at from certificate_version
                where learner_id = ? order by course_key, version
                """);
    }
}
