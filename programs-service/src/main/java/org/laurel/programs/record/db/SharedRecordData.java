package org.laurel.programs.record.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** Public links of the learner's records, those taken back too. */
@Singleton
class SharedRecordData extends HeldRows {

    SharedRecordData(Sql sql, ObjectMapper json) {
        super(sql, json, "shared_records", """
                select record_uuid, program_uuid, created_at, revoked_at from shared_record
                where learner_id = ? order by created_at, record_uuid
                """);
    }
}
