package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.record.domain.Attempt;
import org.laurel.programs.record.domain.EarnedGrade;

/** Reads a learner's course credentials with the grades there. */
@ApplicationScoped
class AttemptQuery {

    private final Sql sql;

    AttemptQuery(Sql sql) {
        this.sql = sql;
    }

    /** The learner's credentials in the course runs, awarded and revoked ones, that may be seen at this time. */
    Map<CourseKey, Attempt> load(LearnerId learnerId, Collection<CourseKey> courseKeys, Instant now) {
        Map<CourseKey, Attempt> attempts = new HashMap<>();
        sql.query(
                        """
                        select c.course_key, c.status, coalesce(o.date, c.available_at, c.first_awarded_at) as issued_at,
                               g.letter_grade, g.percent_grade, g.verified, g.occurred_at as graded_at
                        from course_credential c
                        left join credential_date_override o using (credential_uuid)
                        left join grade g on g.learner_id = c.learner_id and g.course_key = c.course_key
                        where c.learner_id = ? and c.course_key = any(?) and (c.available_at is null or c.available_at <= ?)
                        """,
                        AttemptQuery::attempt,
                        learnerId.value(),
                        Column.texts(List.copyOf(courseKeys), CourseKey::value),
                        now)
                .forEach(attempt -> attempts.put(attempt.courseKey(), attempt));
        return attempts;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                new CourseKey(Row.text(row, "course_key")),
                Row.text(row, "status").equals("awarded"),
                Row.instant(row, "issued_at"),
                grade(row));
    }

    private static @Nullable EarnedGrade grade(ResultSet row) throws SQLException {
        BigDecimal percent = row.getBigDecimal("percent_grade");
        return percent == null
                ? null
                : new EarnedGrade(
                        Row.text(row, "letter_grade"),
                        percent,
                        row.getBoolean("verified"),
                        Row.instant(row, "graded_at"));
    }
}
