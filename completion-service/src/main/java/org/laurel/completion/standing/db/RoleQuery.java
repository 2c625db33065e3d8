package org.laurel.completion.standing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks up the roles that people have in course runs. */
@ApplicationScoped
public class RoleQuery {

    private final Sql sql;

    RoleQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The roles that a person holds in a course run, those held in all of its organisation included.
     *
     * @param personId as in a bearer token's {@code sub}; an id that nobody told us of has no roles
     */
    public Set<String> rolesIn(String personId, CourseKey courseKey) {
        return Set.copyOf(sql.query("""
                select distinct role from course_role
                where learner_id = ? and is_member and (course_key = ? or (course_key = '' and org = ?))
                """, row -> Row.text(row, "role"), personId, courseKey.value(), courseKey.org()));
    }
}
