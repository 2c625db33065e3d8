package org.laurel.completion.standing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.laurel.completion.standing.domain.CourseRole;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Our replica of roles in course runs and organisations, written from enrollment-service's events only. */
@ApplicationScoped
public class RoleStore {

    private final Sql sql;

    RoleStore(Sql sql) {
        this.sql = sql;
    }

    /** Takes roles in; the highest version of each wins. */
    public void save(List<CourseRole> roles) {
        sql.update(
                """
                insert into course_role as r (learner_id, role, course_key, org, is_member, version)
                select distinct on (t.learner_id, t.role, t.course_key, t.org) t.*
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[])
                     as t (learner_id, role, course_key, org, is_member, version)
                order by t.learner_id, t.role, t.course_key, t.org, t.version desc
                on conflict (learner_id, role, course_key, org) do update set is_member = excluded.is_member,
                    version = excluded.version
                where r.version < excluded.version
                """,
                Column.texts(roles, CourseRole::learnerId),
                Column.texts(roles, CourseRole::role),
                Column.texts(roles, one -> Objects.requireNonNullElse(one.courseKey(), "")),
                Column.texts(roles, one -> one.courseKey() == null ? one.org() : ""),
                Column.flags(roles, CourseRole::member),
                Column.longs(roles, CourseRole::version));
    }
}
