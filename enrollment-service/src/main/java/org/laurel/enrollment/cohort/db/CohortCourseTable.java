package org.laurel.enrollment.cohort.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** In which course runs cohorts count. */
@ApplicationScoped
public class CohortCourseTable {

    private final Sql sql;

    CohortCourseTable(Sql sql) {
        this.sql = sql;
    }

    /** Why cohorts count in the course run, empty when they do not. */
    public Optional<Cause> cohortedBecause(CourseKey courseKey) {
        return sql.first(
                "select * from cohort_course where course_key = ? and is_cohorted",
                row -> Cause.of(Row.text(row, "changed_by"), Row.text(row, "cause_id")),
                courseKey.value());
    }

    /** Switches; false when nothing changes. */
    public boolean save(CourseKey courseKey, boolean isCohorted, Cause cause) {
        return sql.update("""
                        insert into cohort_course as c (course_key, is_cohorted, changed_by, change_reason, cause_id)
                        select ?, s.cohorted, ?, ?, ? from (select ?::boolean as cohorted) s
                        where s.cohorted or exists (select from cohort_course where course_key = ?)
                        on conflict (course_key) do update set is_cohorted = excluded.is_cohorted,
                            changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                            cause_id = excluded.cause_id
                        where c.is_cohorted <> excluded.is_cohorted
                        """, courseKey.value(), cause.by(), cause.reason(), cause.id(), isCohorted, courseKey.value())
                > 0;
    }

    /** Learners who are enrolled in the course run and in no cohort of it, by id after the given one. */
    public List<LearnerId> enrolledWithoutCohort(CourseKey courseKey, String after, int limit) {
        return sql.query("""
                select e.learner_id from enrollment e
                where e.course_key = ? and e.is_active and e.learner_id > ?
                  and not exists (select from cohort_membership m
                                  where m.learner_id = e.learner_id and m.course_key = e.course_key and m.is_member)
                order by e.learner_id limit ?
                """, row -> new LearnerId(Row.text(row, "learner_id")), courseKey.value(), after, limit);
    }
}
