package org.laurel.enrollment.enrollment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.enrollment.enrollment.domain.EnrollmentAttribute;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Attributes of enrollments. */
@ApplicationScoped
public class AttributeTable {

    private final Sql sql;

    AttributeTable(Sql sql) {
        this.sql = sql;
    }

    /** Replaces the whole lists of these enrollments. */
    public void replace(Map<EnrollmentKey, List<EnrollmentAttribute>> lists) {
        if (lists.isEmpty()) {
            return;
        }
        List<EnrollmentKey> keys = List.copyOf(lists.keySet());
        sql.update("""
                delete from enrollment_attribute a
                using unnest(?::text[], ?::text[]) as k (learner_id, course_key)
                where a.learner_id = k.learner_id and a.course_key = k.course_key
                """, Column.texts(keys, EnrollmentKey::learnerId), Column.texts(keys, EnrollmentKey::courseKey));
        List<Line> lines = new ArrayList<>();
        lists.forEach((key, attributes) -> {
            for (int i = 0; i < attributes.size(); i++) {
                lines.add(new Line(key, i, attributes.get(i)));
            }
        });
        sql.update(
                """
                insert into enrollment_attribute (learner_id, course_key, position, namespace, name, value)
                select * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
                """,
                Column.texts(lines, line -> line.key().learnerId()),
                Column.texts(lines, line -> line.key().courseKey()),
                Column.integers(lines, Line::position),
                Column.texts(lines, line -> line.attribute().namespace()),
                Column.texts(lines, line -> line.attribute().name()),
                Column.texts(lines, line -> line.attribute().value()));
    }

    private record Line(EnrollmentKey key, int position, EnrollmentAttribute attribute) {}
}
