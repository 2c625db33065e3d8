package org.laurel.programs.credential.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Course credentials with their former versions, the newest of each first. */
@Singleton
class CourseCredentialData extends HeldRows {

    CourseCredentialData(Sql sql, ObjectMapper json) {
        super(sql, json, "course_credentials", """
                select credential_uuid, course_key, status, mode, available_at, created_at, modified_at, version,
                       history_at as stored_at
                from course_credential_history where learner_id = ? order by course_key, history_id desc
                """);
    }
}
