package org.laurel.programs.enrollment.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Which courses enrollment-service says that the learner is or was entitled to. */
@Singleton
class EntitlementData extends HeldRows {

    EntitlementData(Sql sql, ObjectMapper json) {
        super(sql, json, "entitlements", """
                select course_uuid::text, mode, course_key, expired_at, version, occurred_at from entitlement
                where learner_id = ? order by course_uuid
                """);
    }
}
