package org.laurel.programs.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.enrollment.domain.Entitlement;

/** Looks up which courses a learner is entitled to. */
@ApplicationScoped
public class EntitlementQuery {

    private final Sql sql;

    EntitlementQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner's active entitlements, by course. */
    public List<Entitlement> active(LearnerId learnerId) {
        return sql.query(
                """
                select course_uuid, mode, course_key from entitlement where learner_id = ? and expired_at is null
                order by course_uuid
                """,
                row -> {
                    String courseKey = row.getString("course_key");
                    return new Entitlement(
                            UUID.fromString(Row.text(row, "course_uuid")),
                            Row.text(row, "mode"),
                            courseKey == null ? null : new CourseKey(courseKey));
                },
                learnerId.value());
    }
}
