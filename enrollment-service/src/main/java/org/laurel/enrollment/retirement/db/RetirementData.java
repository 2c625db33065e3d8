package org.laurel.enrollment.retirement.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Requests to leave, the newest first. */
@Singleton
class RetirementData extends HeldRows {

    RetirementData(Sql sql, ObjectMapper json) {
        super(sql, json, "retirements", """
                select state, requested_at, due_at, retired_at, completed_at, cancelled_at
                from retirement where learner_id = ? order by id desc
                """);
    }
}
