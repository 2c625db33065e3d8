package org.laurel.programs.repair.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** What dry runs of repairs would have done to the learner's credentials. */
@Singleton
class RepairSampleData extends HeldRows {

    RepairSampleData(Sql sql, ObjectMapper json) {
        super(sql, json, "repair_samples", """
                select s.repair_id, s.kind, s.program_uuid, r.created_at
                from repair_sample s join repair r on r.id = s.repair_id
                where s.learner_id = ? order by s.repair_id, s.program_uuid
                """);
    }
}
