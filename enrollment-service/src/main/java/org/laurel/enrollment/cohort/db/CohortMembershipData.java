package org.laurel.enrollment.cohort.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Cohorts that the learner is in, or was ({@code is_member} is false). */
@Singleton
class CohortMembershipData extends HeldRows {

    CohortMembershipData(Sql sql, ObjectMapper json) {
        super(sql, json, "cohort_memberships", """
                select course_key, cohort_id, cohort_name, is_member, version, occurred_at
                from cohort_membership where learner_id = ? order by course_key, cohort_id
                """);
    }
}
