package org.laurel.certificates.learner.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Identity verifications and certificate preferences, the newest first. */
@Singleton
class LearnerFactData extends HeldRows {

    LearnerFactData(Sql sql, ObjectMapper json) {
        super(sql, json, "learner_facts", """
                select status, expires_at, allow_certificate, certificate_name, use_verified_name, verified_name, visible_to,
                       version, occurred_at
                from learner_fact where learner_id = ? order by occurred_at desc, sequence desc
                """);
    }
}
