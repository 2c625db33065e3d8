package org.laurel.enrollment.role.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Roles that the learner has, or had ({@code is_member} is false). */
@Singleton
class CourseRoleData extends HeldRows {

    CourseRoleData(Sql sql, ObjectMapper json) {
        super(sql, json, "course_roles", """
                select org, course_key, role, is_member, version, occurred_at
                from course_role where learner_id = ? order by org, course_key, role
                """);
    }
}
