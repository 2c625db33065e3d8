package org.laurel.programs.record.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.record.domain.SharedRecord;

/** Public links of records: one statement for all links of a call. */
@ApplicationScoped
public class SharedRecordTable {

    private final Sql sql;

    SharedRecordTable(Sql sql) {
        this.sql = sql;
    }

    /** A learner and a program. */
    public record Subject(LearnerId learnerId, UUID program) {}

    /** A link to keep or to take back, and why. */
    public record Written(SharedRecord link, Cause cause) {}

    /** The links that hold; subjects without one are left out. */
    public Map<Subject, SharedRecord> load(Collection<Subject> subjects) {
        List<Subject> wanted = List.copyOf(subjects);
        Map<Subject, SharedRecord> links = new HashMap<>();
        sql.query(
                        """
                        select r.* from unnest(?::text[], ?::text[]) as t (learner_id, program_uuid)
                        join shared_record r on r.learner_id = t.learner_id and r.program_uuid = t.program_uuid::uuid
                        where r.revoked_at is null
                        """,
                        SharedRecordTable::link,
                        Column.texts(wanted, Subject::learnerId),
                        Column.texts(wanted, Subject::program))
                .forEach(link -> links.put(new Subject(link.learnerId(), link.program()), link));
        return links;
    }

    /** Keeps new links. */
    public void add(List<Written> links, Instant now) {
        if (links.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into shared_record (record_uuid, learner_id, program_uuid, created_at, changed_by, cause_id)
                select t.record_uuid::uuid, t.learner_id, t.program_uuid::uuid, ?::timestamptz, t.changed_by, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (record_uuid, learner_id, program_uuid, changed_by, cause_id)
                """,
                now,
                Column.texts(links, written -> written.link().uuid()),
                Column.texts(links, written -> written.link().learnerId()),
                Column.texts(links, written -> written.link().program()),
                Column.texts(links, written -> written.cause().by()),
                Column.texts(links, written -> written.cause().id()));
    }

    /** Takes links back. */
    public void revoke(List<Written> links, Instant now) {
        if (links.isEmpty()) {
            return;
        }
        sql.update(
                """
                update shared_record r set revoked_at = ?::timestamptz, changed_by = t.changed_by, cause_id = t.cause_id
                from unnest(?::text[], ?::text[], ?::text[]) as t (record_uuid, changed_by, cause_id)
                where r.record_uuid = t.record_uuid::uuid
                """,
                now,
                Column.texts(links, written -> written.link().uuid()),
                Column.texts(links, written -> written.cause().by()),
                Column.texts(links, written -> written.cause().id()));
    }

    static SharedRecord link(ResultSet row) throws SQLException {
        return new SharedRecord(
                UUID.fromString(Row.text(row, "record_uuid")),
                new LearnerId(Row.text(row, "learner_id")),
                UUID.fromString(Row.text(row, "program_uuid")));
    }
}
