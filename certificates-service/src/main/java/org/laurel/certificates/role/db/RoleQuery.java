package org.laurel.certificates.role.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.laurel.certificates.role.domain.HeldRoles;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Looks up who may do what in a course run. */
@ApplicationScoped
public class RoleQuery {

    private final Sql sql;

    RoleQuery(Sql sql) {
        this.sql = sql;
    }

    /**
     * The roles that a person holds in a run, those held in the whole organisation included.
     *
     * @param personId as in a bearer token's {@code sub}; an id that nobody told us of has no roles
     */
    public HeldRoles rolesIn(String personId, CourseKey courseKey) {
        return new HeldRoles(
                Set.copyOf(sql.query("""
                select distinct role from course_role
                where learner_id = ? and is_member and (course_key = ? or (course_key = '' and org = ?))
                """, row -> Row.text(row, "role"), personId, courseKey.value(), courseKey.org())));
    }
}
