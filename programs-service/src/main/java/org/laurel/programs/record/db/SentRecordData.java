package org.laurel.programs.record.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/** To which credit pathways the learner has sent records. */
@Singleton
class SentRecordData extends HeldRows {

    SentRecordData(Sql sql, ObjectMapper json) {
        super(sql, json, "sent_records", """
                select s.pathway_id, p.name as pathway, s.program_uuid, s.status, s.created_at, s.sent_at
                from sent_record s left join pathway p using (pathway_id)
                where s.learner_id = ? order by s.created_at, s.pathway_id
                """);
    }
}
