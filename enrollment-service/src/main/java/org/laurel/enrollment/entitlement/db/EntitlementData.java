package org.laurel.enrollment.entitlement.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Entitlements, those included that have expired, the newest first. */
@Singleton
class EntitlementData extends HeldRows {

    EntitlementData(Sql sql, ObjectMapper json) {
        super(sql, json, "entitlements", """
                select uuid, course_uuid, mode, course_key, order_number, version, created_at as created,
                       occurred_at, expired_at
                from entitlement where learner_id = ? order by id desc
                """);
    }
}
