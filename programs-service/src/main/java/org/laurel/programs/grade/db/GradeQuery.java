package org.laurel.programs.grade.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CaseKey;

/** Reads grades for display, and what course runs may have grades. */
@ApplicationScoped
public class GradeQuery {

    private static final String SELECT = """
            select g.*, coalesce(l.username, '') as username from grade g left join learner l using (learner_id) where\s""";

    private final Sql sql;

    GradeQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * A grade as clients read it.
     *
     * @param id the number under which clients know it
     * @param username empty when the learner is not known, or no longer
     * @param percent from 0 to 1 with four decimals
     * @param toldAt null when its teller did not say when it came to be
     */
    public record Found(
            long id,
            LearnerId learnerId,
            String username,
            CourseKey courseKey,
            String letter,
            BigDecimal percent,
            boolean verified,
            @Nullable Instant toldAt,
            Instant createdAt,
            Instant modifiedAt) {}

    /** The learner's grade in the course run. */
    public Optional<Found> find(CaseKey key) {
        return sql.first(
                SELECT + "g.learner_id = ? and g.course_key = ?",
                GradeQuery::found,
                key.learnerId().value(),
                key.courseKey().value());
    }

    /** The grade with this number. */
    public Optional<Found> find(long id) {
        return sql.first(SELECT + "g.id = ?", GradeQuery::found, id);
    }

    /** Whether a course run is known: from the catalogue of programs or from the directory of course runs. */
    public boolean knows(CourseKey courseKey) {
        return sql.first("""
                        select 1 where exists (select 1 from program_course_run where course_key = ?)
                                    or exists (select 1 from course_run where course_key = ?)
                        """, row -> true, courseKey.value(), courseKey.value()).isPresent();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("id"),
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "username"),
                new CourseKey(Row.text(row, "course_key")),
                Row.text(row, "letter_grade"),
                row.getBigDecimal("percent_grade"),
                row.getBoolean("verified"),
                Row.instantOrNull(row, "lms_last_updated_at"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }
}
