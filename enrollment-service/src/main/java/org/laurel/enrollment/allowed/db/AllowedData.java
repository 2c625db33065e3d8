package org.laurel.enrollment.allowed.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Permissions to enroll that the learner has made use of, or may with the present email address. */
@Singleton
class AllowedData extends HeldRows {

    AllowedData(Sql sql, ObjectMapper json) {
        super(sql, json, "enrollment_allowed", """
                select a.email, a.course_key, a.auto_enroll, a.created_at as created, a.learner_id is not null as is_used
                from learner l
                cross join lateral (
                    select * from enrollment_allowed where learner_id = l.learner_id
                    union all
                    select * from enrollment_allowed where lower(email) = lower(l.email) and learner_id is null) a
                where l.learner_id = ? order by a.course_key, a.email
                """);
    }
}
