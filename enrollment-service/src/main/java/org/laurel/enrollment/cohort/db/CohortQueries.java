package org.laurel.enrollment.cohort.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.enrollment.cohort.domain.Cohort;
import org.laurel.enrollment.cohort.domain.CohortKey;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Finds cohorts and their members for readers. */
@ApplicationScoped
public class CohortQueries {

    private static final String SELECT = """
            select c.*, (select count(*) from cohort_membership m
                         where m.course_key = c.course_key and m.cohort_id = c.cohort_id and m.is_member) as members
            from cohort c where c.course_key = ?
            """;

    private final Sql sql;

    CohortQueries(Sql sql) {
        this.sql = sql;
    }

    /** A cohort with the number of its members. */
    public record Counted(Cohort cohort, long members) {}

    /** A member; all but the id are empty while the learner is not known. */
    public record Member(String username, String email, String name) {}

    /** Whether cohorts count in the course run. */
    public boolean isCohorted(CourseKey courseKey) {
        return sql.first(
                        "select is_cohorted from cohort_course where course_key = ?",
                        row -> row.getBoolean("is_cohorted"),
                        courseKey.value())
                .orElse(false);
    }

    /** The cohorts of a course run by name. */
    public List<Counted> ofCourse(CourseKey courseKey) {
        return sql.query(
                SELECT + " order by c.name, c.cohort_id",
                row -> new Counted(CohortRows.cohort(row), row.getLong("members")),
                courseKey.value());
    }

    public Optional<Counted> byKey(CohortKey key) {
        return sql.first(
                SELECT + " and c.cohort_id = ?",
                row -> new Counted(CohortRows.cohort(row), row.getLong("members")),
                key.courseKey().value(),
                key.id());
    }

    /** The course run's cohort of this name; a text that no database holds is none. */
    public Optional<CohortKey> byName(CourseKey courseKey, String name) {
        return name.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.ofNullable(byName(courseKey).get(name));
    }

    /** The course run's cohorts by their names. */
    public Map<String, CohortKey> byName(CourseKey courseKey) {
        return sql.query("select * from cohort where course_key = ?", CohortRows::cohort, courseKey.value()).stream()
                .collect(Collectors.toMap(Cohort::name, Cohort::key));
    }

    /** A page of a cohort's members who are known, by username. */
    public List<Member> members(CohortKey key, int offset, int limit) {
        return sql.query(
                """
                select l.username, l.email, l.name from cohort_membership m join learner l on l.learner_id = m.learner_id
                where m.course_key = ? and m.cohort_id = ? and m.is_member
                order by l.username, l.learner_id offset ? limit ?
                """,
                row -> new Member(Row.text(row, "username"), Row.text(row, "email"), Row.text(row, "name")),
                key.courseKey().value(),
                key.id(),
                offset,
                limit);
    }

    /** How many of a cohort's members are known. */
    public long countMembers(CohortKey key) {
        return sql.first("""
                        select count(*) from cohort_membership m join learner l on l.learner_id = m.learner_id
                        where m.course_key = ? and m.cohort_id = ? and m.is_member
                        """, row -> row.getLong(1), key.courseKey().value(), key.id())
                .orElse(0L);
    }
}
