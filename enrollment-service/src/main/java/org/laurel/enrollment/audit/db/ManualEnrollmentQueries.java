package org.laurel.enrollment.audit.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads the manual enrollment audit. */
@ApplicationScoped
public class ManualEnrollmentQueries {

    private final Sql sql;

    ManualEnrollmentQueries(Sql sql) {
        this.sql = sql;
    }

    /** Which lines; null leaves a member out of account. */
    public record Filter(
            @Nullable CourseKey courseKey,
            @Nullable String learnerId,
            @Nullable String email) {}

    /** A line. */
    public record Line(
            long id,
            @Nullable String learnerId,
            String courseId,
            String enrolledBy,
            String enrolledEmail,
            Instant timeStamp,
            String stateTransition,
            @Nullable String reason,
            @Nullable String role) {}

    /** The lines with an id below the given one, newest first. */
    public List<Line> before(Filter filter, long id, int limit) {
        StringBuilder text = new StringBuilder("select * from manual_enrollment where id < ?");
        List<Object> arguments = new ArrayList<>(List.of(id));
        if (filter.courseKey() != null) {
            text.append(" and course_key = ?");
            arguments.add(filter.courseKey().value());
        }
        if (filter.learnerId() != null) {
            text.append(" and learner_id = ?");
            arguments.add(filter.learnerId());
        }
        if (filter.email() != null) {
            text.append(" and lower(enrolled_email) = lower(?)");
            arguments.add(filter.email());
        }
        arguments.add(limit);
        return sql.query(
                text.append(" order by id desc limit ?").toString(),
                row -> new Line(
                        row.getLong("id"),
                        row.getString("learner_id"),
                        Row.text(row, "course_key"),
                        Row.text(row, "enrolled_by"),
                        Row.text(row, "enrolled_email"),
                        Row.instant(row, "at"),
                        Row.text(row, "state_transition"),
                        row.getString("reason"),
                        row.getString("role")),
                arguments.toArray());
    }
}
