package org.laurel.enrollment.enrollment.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Enrollments with their attributes and former versions, and requests that wait. */
@Singleton
class EnrollmentData extends HeldRows {

    EnrollmentData(Sql sql, ObjectMapper json) {
        super(sql, json, "enrollments", """
                select e.course_key, e.mode, e.is_active, e.created_at as created, e.occurred_at, e.version,
                       (select jsonb_agg(jsonb_build_object('namespace', a.namespace, 'name', a.name, 'value', a.value)
                                         order by a.position)
                        from enrollment_attribute a
                        where a.learner_id = e.learner_id and a.course_key = e.course_key) as attributes,
                       (select jsonb_agg(jsonb_build_object('mode', h.mode, 'is_active', h.is_active, 'version', h.version,
                                             'occurred_at', to_char(h.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                                         order by h.history_id)
                        from enrollment_history h
                        where h.learner_id = e.learner_id and h.course_key = e.course_key) as history
                from enrollment e where e.learner_id = ? order by e.course_key
                """);
    }
}
