package org.laurel.completion.standing.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Roles in course runs and organisations. */
@Singleton
class CourseRoleData extends HeldRows {

    CourseRoleData(Sql sql, ObjectMapper json) {
        super(sql, json, "course_roles", """
                select role, course_key, org, is_member, version from course_role
                where learner_id = ? order by role, org, course_key
                """);
    }
}
