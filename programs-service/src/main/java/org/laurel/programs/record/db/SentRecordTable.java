package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.domain.Destination;
import org.laurel.programs.record.domain.NewCredential;
import org.laurel.programs.record.domain.SendRecord;
import org.laurel.programs.record.domain.SharedRecord;

/** To which credit pathways records were sent. */
@ApplicationScoped
public class SentRecordTable {

    private final Sql sql;

    SentRecordTable(Sql sql) {
        this.sql = sql;
    }

    /** A record that was sent to a pathway, and is still shared. */
    public record SentBefore(Learner learner, String programTitle, Destination destination, SharedRecord link) {}

    /** Notes that records are sent; at most one command for each learner, pathway and program. */
    public void save(List<SendRecord> commands, Instant now) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into sent_record (learner_id, pathway_id, program_uuid, status, created_at, sent_at, changed_by, cause_id)
                select t.learner_id, t.pathway_id, t.program_uuid::uuid, 'sent', t.now::timestamptz, t.now::timestamptz,
                       t.changed_by, t.cause_id
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, pathway_id, program_uuid, now, changed_by, cause_id)
                on conflict (learner_id, pathway_id, program_uuid) do update set status = excluded.status,
                    sent_at = excluded.sent_at, changed_by = excluded.changed_by, cause_id = excluded.cause_id
                """,
                Column.texts(commands, command -> command.learner().id()),
                Column.longs(commands, SendRecord::pathwayId),
                Column.texts(commands, SendRecord::program),
                Column.texts(commands, command -> now),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().id()));
    }

    /**
     * To which published pathways the records of these learners and programs were sent, as far as they are shared now and their
     * credentials never held before.
     */
    public List<SentBefore> before(List<NewCredential> credentials) {
        if (credentials.isEmpty()) {
            return List.of();
        }
        return sql.query(
                """
                select s.program_uuid, g.title, w.pathway_id, w.name as pathway, w.org_name, w.email as address,
                       r.record_uuid, l.*
                from unnest(?::text[], ?::text[], ?::bigint[]) as t (learner_id, program_uuid, version)
                join sent_record s on s.learner_id = t.learner_id and s.program_uuid = t.program_uuid::uuid
                join pathway w on w.pathway_id = s.pathway_id
                join shared_record r on r.learner_id = s.learner_id and r.program_uuid = s.program_uuid
                join program g on g.program_uuid = s.program_uuid
                join learner l on l.learner_id = s.learner_id
                where s.status = 'sent' and w.status = 'published' and w.pathway_type = 'credit'
                  and coalesce(w.email, '') <> '' and r.revoked_at is null and l.username <> ''
                  and not exists (select from program_credential_history h
                                  where h.learner_id = s.learner_id and h.program_uuid = s.program_uuid
                                    and h.status = 'awarded' and h.version < t.version)
                order by s.learner_id, s.program_uuid, w.pathway_id
                """,
                SentRecordTable::before,
                Column.texts(credentials, NewCredential::learnerId),
                Column.texts(credentials, NewCredential::program),
                Column.longs(credentials, NewCredential::version));
    }

    private static SentBefore before(ResultSet row) throws SQLException {
        LearnerId learnerId = new LearnerId(Row.text(row, "learner_id"));
        UUID program = UUID.fromString(Row.text(row, "program_uuid"));
        return new SentBefore(
                new Learner(
                        learnerId,
                        Row.text(row, "username"),
                        Row.text(row, "email"),
                        Row.text(row, "name"),
                        row.getBoolean("is_active"),
                        row.getLong("version"),
                        Row.instant(row, "changed_at")),
                Row.text(row, "title"),
                new Destination(
                        row.getLong("pathway_id"),
                        Row.text(row, "pathway"),
                        Row.text(row, "org_name"),
                        Row.text(row, "address")),
                new SharedRecord(UUID.fromString(Row.text(row, "record_uuid")), learnerId, program));
    }
}
