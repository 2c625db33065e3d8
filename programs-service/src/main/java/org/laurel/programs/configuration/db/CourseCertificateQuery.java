package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.CourseCertificate;
import org.laurel.programs.configuration.domain.CourseCertificates;

/** Reads certificate configurations of course runs. */
@ApplicationScoped
public class CourseCertificateQuery {

    private final Sql sql;

    CourseCertificateQuery(Sql sql) {
        this.sql = sql;
    }

    /** A version of a configuration with who has made it, and why. */
    public record Version(
            CourseCertificate certificate,
            String changedBy,
            @Nullable String changeReason) {}

    /** The configurations of the run, none when nobody has made any. */
    public CourseCertificates find(CourseKey courseKey) {
        return new CourseCertificates(sql.query(
                "select * from course_certificate where course_key = ? order by id",
                CourseCertificateRow::certificate,
                courseKey.value()));
    }

    /** Those of the runs whose configuration is out of use; runs without any are not among them. */
    public Set<CourseKey> inactive(Collection<CourseKey> courseKeys) {
        return new HashSet<>(sql.query("""
                select course_key from course_certificate where course_key = any(?)
                group by course_key having not bool_or(is_active)
                """, row -> new CourseKey(Row.text(row, "course_key")), (Object)
                Column.texts(List.copyOf(courseKeys), CourseKey::value)));
    }

    /** Whether a program of the catalogue has the run. */
    public boolean isInCatalogue(CourseKey courseKey) {
        return sql.first(
                        "select 1 from program_course_run where course_key = ? limit 1", row -> true, courseKey.value())
                .isPresent();
    }

    /**
     * All versions of the run's configurations, newest first. What was written only to erase a person's name is no version.
     *
     * @param before only entries below this number, null for all
     */
    public List<Numbered> history(CourseKey courseKey, @Nullable Long before, int limit) {
        return sql.query(
                """
                select h.* from course_certificate_history h
                where h.course_key = ? and (?::bigint is null or h.history_id < ?::bigint) and not exists (
                    select from course_certificate_history o
                    where o.course_key = h.course_key and o.id = h.id and o.version = h.version
                      and o.history_id < h.history_id)
                order by h.history_id desc limit ?
                """,
                row -> new Numbered(row.getLong("history_id"), version(row)),
                courseKey.value(),
                before,
                before,
                limit);
    }

    /** A version by its number in the history. */
    public record Numbered(long number, Version version) {}

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                CourseCertificateRow.certificate(row), Row.text(row, "changed_by"), row.getString("change_reason"));
    }
}
