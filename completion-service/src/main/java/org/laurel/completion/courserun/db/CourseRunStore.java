package org.laurel.completion.courserun.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.completion.courserun.domain.CourseRun;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Our replica of the directory, written from its facts only. */
@ApplicationScoped
public class CourseRunStore {

    private final Sql sql;

    CourseRunStore(Sql sql) {
        this.sql = sql;
    }

    /** Takes runs in; of each the highest version wins, then the latest. */
    public void save(List<CourseRun> told) {
        if (told.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_run as r (course_key, org, display_name, mobile_available, version, occurred_at)
                select distinct on (t.course_key) t.course_key, t.org, t.display_name, t.mobile_available, t.version,
                       t.occurred_at::timestamptz
                from unnest(?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[], ?::text[])
                     as t (course_key, org, display_name, mobile_available, version, occurred_at)
                order by t.course_key, t.version desc, t.occurred_at::timestamptz desc
                on conflict (course_key) do update set org = excluded.org, display_name = excluded.display_name,
                    mobile_available = excluded.mobile_available, version = excluded.version,
                    occurred_at = excluded.occurred_at
                where (r.version, r.occurred_at) < (excluded.version, excluded.occurred_at)
                """,
                Column.texts(told, CourseRun::courseKey),
                Column.texts(told, CourseRun::org),
                Column.texts(told, CourseRun::displayName),
                Column.flags(told, CourseRun::mobileAvailable),
                Column.longs(told, CourseRun::version),
                Column.texts(told, CourseRun::occurredAt));
    }
}
