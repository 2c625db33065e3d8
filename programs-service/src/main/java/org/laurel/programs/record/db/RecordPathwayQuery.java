package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.record.domain.RecordPathway;

/** Reads the published pathways that programs lead to, and whether a learner has sent a record there. */
@ApplicationScoped
class RecordPathwayQuery {

    private final Sql sql;

    RecordPathwayQuery(Sql sql) {
        this.sql = sql;
    }

    /** The published pathways of the programs, by program, each list by name. */
    Map<UUID, List<RecordPathway>> load(LearnerId learnerId, Collection<UUID> programs) {
        Map<UUID, List<RecordPathway>> pathways = new HashMap<>();
        sql.query(
                """
                select m.program_uuid, p.pathway_id, p.uuid, p.name, p.org_name, coalesce(p.email, '') <> '' as active,
                       p.pathway_type, coalesce(s.status, '') = 'sent' as sent
                from pathway_program m join pathway p using (pathway_id)
                left join sent_record s on s.learner_id = ? and s.pathway_id = p.pathway_id
                                       and s.program_uuid = m.program_uuid
                where m.program_uuid = any(?::uuid[]) and p.status = 'published'
                order by p.name, p.pathway_id
                """,
                row -> pathways.computeIfAbsent(
                                UUID.fromString(Row.text(row, "program_uuid")), program -> new ArrayList<>())
                        .add(pathway(row)),
                learnerId.value(),
                Column.texts(List.copyOf(programs), uuid -> uuid));
        return pathways;
    }

    private static RecordPathway pathway(ResultSet row) throws SQLException {
        return new RecordPathway(
                row.getLong("pathway_id"),
                UUID.fromString(Row.text(row, "uuid")),
                Row.text(row, "name"),
                Row.text(row, "org_name"),
                row.getBoolean("active"),
                Row.text(row, "pathway_type"),
                row.getBoolean("sent"));
    }
}
