package org.laurel.completion.standing.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Cohorts in which the learner is or was. */
@Singleton
class CohortData extends HeldRows {

    CohortData(Sql sql, ObjectMapper json) {
        super(sql, json, "cohort_memberships", """
                select cohort_id, cohort_name, course_key, org, is_member, version from cohort_membership
                where learner_id = ? order by cohort_id
                """);
    }
}
