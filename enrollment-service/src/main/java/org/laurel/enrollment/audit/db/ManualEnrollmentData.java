package org.laurel.enrollment.audit.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** When somebody else enrolled the learner or allowed the address; who it was and why is theirs. */
@Singleton
class ManualEnrollmentData extends HeldRows {

    ManualEnrollmentData(Sql sql, ObjectMapper json) {
        super(sql, json, "manual_enrollments", """
                select a.course_key, a.enrolled_email, a.at, a.state_transition, a.role
                from learner l
                cross join lateral (
                    select * from manual_enrollment where learner_id = l.learner_id
                    union all
                    select * from manual_enrollment
                    where lower(enrolled_email) = lower(l.email) and l.email <> '' and learner_id is null) a
                where l.learner_id = ? order by a.id
                """);
    }
}
