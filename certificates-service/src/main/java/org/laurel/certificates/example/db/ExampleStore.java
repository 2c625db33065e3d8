package org.laurel.certificates.example.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Writes example certificates. */
@ApplicationScoped
public class ExampleStore {

    private final Sql sql;

    ExampleStore(Sql sql) {
        this.sql = sql;
    }

    /** The uuids of the examples that course runs have. */
    public List<String> uuids(Collection<CourseKey> courseKeys) {
        return sql.query("""
                select e.uuid from example_certificate e join example_certificate_set s on s.id = e.set_id
                where s.course_key = any(?::text[])
                """, row -> Row.text(row, "uuid"), (Object)
                courseKeys.stream().map(CourseKey::value).toArray(String[]::new));
    }

    /** Keeps a set in place of the one before it. */
    public void replace(ExampleSet set, Cause cause) {
        sql.update(
                "delete from example_certificate_set where course_key = ?",
                set.courseKey().value());
        long id = sql.query(
                        """
                        insert into example_certificate_set (course_key, created_at, created_by, cause_id) values (?, ?, ?, ?)
                        returning id
                        """, row -> row.getLong("id"), set.courseKey().value(), set.createdAt(), cause.by(), cause.id())
                .getFirst();
        List<ExampleCertificate> examples = set.examples();
        sql.update(
                """
                insert into example_certificate (uuid, set_id, position, description, full_name, template, status, error_reason,
                                                 download_url)
                select t.uuid, ?, t.position, t.description, t.full_name, t.template, t.status, t.error_reason, t.download_url
                from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (uuid, position, description, full_name, template, status, error_reason, download_url)
                """,
                id,
                Column.texts(examples, ExampleCertificate::uuid),
                IntStream.range(0, examples.size()).boxed().toArray(Integer[]::new),
                Column.texts(examples, ExampleCertificate::description),
                Column.texts(examples, ExampleCertificate::fullName),
                Column.texts(examples, ExampleCertificate::template),
                Column.texts(examples, example -> example.status().slug()),
                Column.texts(examples, ExampleCertificate::errorReason),
                Column.texts(examples, ExampleCertificate::downloadUrl));
    }
}
