package org.laurel.enrollment.entitlement.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.entitlement.domain.Entitlement;
import org.laurel.enrollment.entitlement.domain.EntitlementKey;
import org.laurel.enrollment.entitlement.domain.EntitlementTerms;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;

/** How rows of the entitlement table read. */
final class EntitlementRows {

    private EntitlementRows() {}

    static Entitlement entitlement(ResultSet row) throws SQLException {
        @Nullable String courseKey = row.getString("course_key");
        return new Entitlement(
                row.getObject("uuid", UUID.class),
                new EntitlementKey(
                        new LearnerId(Row.text(row, "learner_id")), row.getObject("course_uuid", UUID.class)),
                new EntitlementTerms(
                        Row.text(row, "mode"),
                        courseKey == null ? null : new CourseKey(courseKey),
                        Row.instantOrNull(row, "expired_at"),
                        row.getString("order_number")),
                Row.instant(row, "created_at"),
                row.getLong("version"),
                Row.instant(row, "occurred_at"));
    }
}
