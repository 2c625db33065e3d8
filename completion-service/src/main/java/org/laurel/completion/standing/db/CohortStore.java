package org.laurel.completion.standing.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.laurel.completion.standing.domain.CohortMembership;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/** Our replica of cohorts, written from enrollment-service's events only. */
@ApplicationScoped
public class CohortStore {

    private final Sql sql;

    CohortStore(Sql sql) {
        this.sql = sql;
    }

    /** Takes memberships in; the highest version of each wins. */
    public void save(List<CohortMembership> memberships) {
        sql.update(
                """
                insert into cohort_membership as m (learner_id, cohort_id, course_key, org, cohort_name, is_member, version)
                select distinct on (t.learner_id, t.course_key, t.org, t.cohort_id) t.*
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bool[], ?::bigint[])
                     as t (learner_id, cohort_id, course_key, org, cohort_name, is_member, version)
                order by t.learner_id, t.course_key, t.org, t.cohort_id, t.version desc
                on conflict (learner_id, course_key, org, cohort_id) do update set cohort_name = excluded.cohort_name,
                    is_member = excluded.is_member, version = excluded.version
                where m.version < excluded.version
                """,
                Column.texts(memberships, CohortMembership::learnerId),
                Column.longs(memberships, CohortMembership::cohortId),
                Column.texts(memberships, one -> Objects.requireNonNullElse(one.courseKey(), "")),
                Column.texts(memberships, one -> one.courseKey() == null ? one.org() : ""),
                Column.texts(memberships, CohortMembership::cohortName),
                Column.flags(memberships, CohortMembership::member),
                Column.longs(memberships, CohortMembership::version));
    }
}
