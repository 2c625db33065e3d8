package org.laurel.certificates.role.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.certificates.role.domain.CourseRole;
import org.laurel.certificates.role.domain.RoleScope;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Our replica of roles in course runs and organisations, written from enrollment-service's facts only. */
@ApplicationScoped
public class RoleTable {

    private final Sql sql;

    RoleTable(Sql sql) {
        this.sql = sql;
    }

    /** Stores versions of different subjects; what is known in the same or a newer version stays. */
    public void save(List<CourseRole> versions) {
        sql.update(
                """
                insert into course_role as r (learner_id, role, course_key, org, is_member, version, occurred_at)
                select t.learner_id, t.role, t.course_key, t.org, t.is_member, t.version, t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[])
                     as t (learner_id, role, course_key, org, is_member, version, occurred_at)
                on conflict (learner_id, role, course_key, org) do update set
                    is_member = excluded.is_member, version = excluded.version, occurred_at = excluded.occurred_at
                where r.version < excluded.version
                """,
                Column.texts(versions, CourseRole::person),
                Column.texts(versions, CourseRole::role),
                Column.texts(versions, version -> courseKey(version.scope())),
                Column.texts(versions, version -> org(version.scope())),
                Column.flags(versions, CourseRole::member),
                Column.longs(versions, CourseRole::version),
                Column.texts(versions, CourseRole::occurredAt));
    }

    private static String courseKey(RoleScope scope) {
        return switch (scope) {
            case RoleScope.Run run -> run.courseKey().value();
            case RoleScope.Organisation organisation -> "";
        };
    }

    private static String org(RoleScope scope) {
        return switch (scope) {
            case RoleScope.Run run -> "";
            case RoleScope.Organisation organisation -> organisation.org();
        };
    }
}
