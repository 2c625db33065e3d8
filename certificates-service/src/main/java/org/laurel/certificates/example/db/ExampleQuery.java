package org.laurel.certificates.example.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads example certificates. */
@ApplicationScoped
public class ExampleQuery {

    private final Sql sql;

    ExampleQuery(Sql sql) {
        this.sql = sql;
    }

    private record Line(Instant createdAt, ExampleCertificate example) {}

    /** The newest set of a course run, empty before the first. */
    public Optional<ExampleSet> newest(CourseKey courseKey) {
        List<Line> lines =
                sql.query("""
                select s.created_at, e.* from example_certificate_set s join example_certificate e on e.set_id = s.id
                where s.course_key = ? order by e.position
                """, row -> new Line(Row.instant(row, "created_at"), example(row)), courseKey.value());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExampleSet(
                        courseKey,
                        lines.getFirst().createdAt(),
                        lines.stream().map(Line::example).toList()));
    }

    /** The course run that an example is of. */
    public Optional<CourseKey> courseOf(String uuid) {
        return sql.first(
                "select course_key from example_certificate e join example_certificate_set s on s.id = e.set_id where uuid = ?",
                row -> new CourseKey(Row.text(row, "course_key")),
                uuid);
    }

    private static ExampleCertificate example(ResultSet row) throws SQLException {
        return new ExampleCertificate(
                Row.text(row, "uuid"),
                Row.text(row, "description"),
                Row.text(row, "full_name"),
                Row.text(row, "template"),
                ExampleCertificate.Status.valueOf(Row.text(row, "status").toUpperCase(Locale.ROOT)),
                row.getString("error_reason"),
                row.getString("download_url"));
    }
}
