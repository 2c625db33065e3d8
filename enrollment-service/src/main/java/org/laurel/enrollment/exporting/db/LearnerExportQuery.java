package org.laurel.enrollment.exporting.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.exporting.db.EnrollmentExportQuery.Wanted;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads learners with their profiles for exports, in the order of their ids: one statement a page. */
@ApplicationScoped
public class LearnerExportQuery {

    private static final String MEMBERS = """
            select l.*, p.year_of_birth, p.gender, p.level_of_education, p.country, p.state, p.city, p.language,
                   p.location, p.bio, p.goals, p.mailing_address, p.phone_number, p.meta
            """;

    private final Sql sql;
    private final ObjectMapper json;

    LearnerExportQuery(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Learners after one, the empty text for the first, as members by the columns of imports.
     *
     * @param wanted of a course run those who are or were enrolled there
     */
    public List<Map<String, @Nullable Object>> after(Wanted wanted, String learnerId, int limit) {
        String courseKey = wanted.courseKey();
        return courseKey == null
                ? ofAll(wanted.isActive(), learnerId, limit)
                : ofCourseRun(courseKey, wanted.isActive(), learnerId, limit);
    }

    private List<Map<String, @Nullable Object>> ofAll(@Nullable Boolean active, String learnerId, int limit) {
        return sql.query(MEMBERS + """
                from learner l left join profile p on p.learner_id = l.learner_id
                where l.learner_id > ? and (?::bool is null or l.is_active = ?)
                order by l.learner_id limit ?
                """, this::learner, learnerId, active, active, limit);
    }

    /** Starts from the course run's enrollments, so that a small run among many learners is read at once. */
    private List<Map<String, @Nullable Object>> ofCourseRun(
            String courseKey, @Nullable Boolean active, String learnerId, int limit) {
        return sql.query(MEMBERS + """
                from enrollment e join learner l on l.learner_id = e.learner_id
                left join profile p on p.learner_id = e.learner_id
                where e.course_key = ? and e.learner_id > ? and (?::bool is null or l.is_active = ?)
                order by e.learner_id limit ?
                """, this::learner, courseKey, learnerId, active, active, limit);
    }

    private Map<String, @Nullable Object> learner(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("learner_id", Row.text(row, "learner_id"));
        members.put("username", Row.text(row, "username"));
        members.put("email", Row.text(row, "email"));
        members.put("name", Row.text(row, "name"));
        members.put("is_active", row.getBoolean("is_active"));
        members.put("allow_certificate", row.getBoolean("allow_certificate"));
        members.put("occurred_at", Row.instant(row, "occurred_at"));
        members.put("year_of_birth", Row.longOrNull(row, "year_of_birth"));
        for (String text : List.of(
                "gender",
                "level_of_education",
                "country",
                "state",
                "city",
                "language",
                "location",
                "bio",
                "goals",
                "mailing_address",
                "phone_number")) {
            members.put(text, row.getString(text));
        }
        members.put("meta", meta(row.getString("meta")));
        return members;
    }

    private @Nullable Object meta(@Nullable String text) throws SQLException {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new SQLException("meta is no JSON", impossible);
        }
    }
}
