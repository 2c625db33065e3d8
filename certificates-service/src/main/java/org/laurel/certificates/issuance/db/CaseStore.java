package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CourseRecord;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** The folded standings and the certificates: one statement for all cases of a call. */
@ApplicationScoped
public class CaseStore {

    private final Sql sql;

    CaseStore(Sql sql) {
        this.sql = sql;
    }

    /** A record to keep. */
    public record Folded(CaseKey key, CourseRecord record) {}

    /** A certificate to keep, and why it changed. */
    public record Written(CaseKey key, Issued issued, Cause cause) {}

    /** The stored cases; those without a standing are left out. */
    public Map<CaseKey, StoredCase> load(Collection<CaseKey> cases) {
        List<CaseKey> keys = List.copyOf(cases);
        return sql
                .query(
                        CaseRow.SELECT + """
                                join unnest(?::text[], ?::text[]) as t (learner_id, course_key) using (learner_id, course_key)
                                """,
                        CaseRow::storedCase,
                        Column.texts(keys, CaseKey::learnerId),
                        Column.texts(keys, CaseKey::courseKey))
                .stream()
                .collect(Collectors.toMap(StoredCase::key, stored -> stored));
    }

    /** The cases that are folded up to the time of a name or further, and so may have been granted under another name. */
    public List<CaseKey> foldedSince(List<LearnerDirectory.Named> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return sql.query(
                """
                select distinct s.learner_id, s.course_key
                from unnest(?::text[], ?::text[]) as t (learner_id, since)
                join standing s on s.learner_id = t.learner_id and s.folded_at >= t.since::timestamptz
                """,
                CaseRow::key,
                Column.texts(names, LearnerDirectory.Named::learnerId),
                Column.texts(names, LearnerDirectory.Named::since));
    }

    /** Learners of a course run who are not judged by the newest settings, in order, after the given one. */
    public List<LearnerId> behindSettings(CourseKey courseKey, String after, int limit) {
        return sql.query(
                """
                select learner_id from standing
                where course_key = ? and learner_id > ?
                  and settings_id <> (select max(id) from course_settings where course_key = ?)
                order by learner_id limit ?
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                courseKey.value(),
                after,
                courseKey.value(),
                limit);
    }

    /** Keeps folded records. */
    public void saveStandings(List<Folded> records) {
        if (records.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into standing (learner_id, course_key, passing, grade, mode, is_active, settings_id, folded_at,
                                      folded_sequence, folded_kind, folded_source, folded_id)
                select t.learner_id, t.course_key, t.passing, t.grade::numeric, t.mode, t.is_active, t.settings_id,
                       t.folded_at::timestamptz, t.folded_sequence, t.folded_kind, t.folded_source, t.folded_id
                from unnest(?::text[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::bool[], ?::bigint[], ?::text[],
                            ?::bigint[], ?::int[], ?::text[], ?::text[])
                     as t (learner_id, course_key, passing, grade, mode, is_active, settings_id, folded_at,
                           folded_sequence, folded_kind, folded_source, folded_id)
                on conflict (course_key, learner_id) do update set passing = excluded.passing, grade = excluded.grade,
                    mode = excluded.mode, is_active = excluded.is_active, settings_id = excluded.settings_id,
                    folded_at = excluded.folded_at, folded_sequence = excluded.folded_sequence,
                    folded_kind = excluded.folded_kind, folded_source = excluded.folded_source,
                    folded_id = excluded.folded_id
                """,
                Column.texts(records, folded -> folded.key().learnerId()),
                Column.texts(records, folded -> folded.key().courseKey()),
                Column.flags(records, folded -> folded.record().standing().passing()),
                Column.texts(records, folded -> folded.record().standing().grade()),
                Column.texts(records, folded -> folded.record().standing().mode()),
                Column.flags(records, folded -> folded.record().standing().active()),
                Column.longs(records, folded -> folded.record().settingsKnown()),
                Column.texts(records, folded -> place(folded).occurredAt()),
                Column.longs(records, folded -> place(folded).sequence()),
                Column.integers(records, folded -> place(folded).kind()),
                Column.texts(records, folded -> place(folded).source()),
                Column.texts(records, folded -> place(folded).id()));
    }

    /** Keeps changed certificates; the database writes their history. */
    public void saveCertificates(List<Written> certificates) {
        if (certificates.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into certificate (learner_id, course_key, verify_uuid, status, mode, grade, name, reason, created_at,
                                         modified_at, available_at, version, changed_by, change_reason, cause_id)
                select t.learner_id, t.course_key, t.verify_uuid, t.status, t.mode, t.grade, t.name, t.reason,
                       t.created_at::timestamptz, t.modified_at::timestamptz, t.available_at::timestamptz, t.version,
                       t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as t (learner_id, course_key, verify_uuid, status, mode, grade, name, reason, created_at, modified_at,
                           available_at, version, changed_by, change_reason, cause_id)
                on conflict (learner_id, course_key) do update set status = excluded.status, mode = excluded.mode,
                    grade = excluded.grade, name = excluded.name, reason = excluded.reason,
                    modified_at = excluded.modified_at, available_at = excluded.available_at,
                    version = excluded.version, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(certificates, written -> written.key().learnerId()),
                Column.texts(certificates, written -> written.key().courseKey()),
                Column.texts(certificates, written -> written.issued().verifyUuid()),
                Column.texts(
                        certificates,
                        written -> written.issued().certificate().status().slug()),
                Column.texts(
                        certificates, written -> written.issued().certificate().mode()),
                Column.texts(
                        certificates, written -> written.issued().certificate().grade()),
                Column.texts(
                        certificates, written -> written.issued().certificate().name()),
                Column.texts(
                        certificates,
                        written -> written.issued().certificate().reason().slug()),
                Column.texts(
                        certificates, written -> written.issued().certificate().createdAt()),
                Column.texts(
                        certificates, written -> written.issued().certificate().modifiedAt()),
                Column.texts(certificates, written -> written.issued().availableAt()),
                Column.longs(certificates, written -> written.issued().version()),
                Column.texts(certificates, written -> written.cause().by()),
                Column.texts(certificates, written -> written.cause().reason()),
                Column.texts(certificates, written -> written.cause().id()));
    }

    private static FactOrder place(Folded folded) {
        FactOrder place = folded.record().foldedTo();
        if (place == null) {
            throw new IllegalArgumentException("a record without facts is not kept");
        }
        return place;
    }
}
