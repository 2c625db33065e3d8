package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.Basis;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseChange;
import org.laurel.programs.credential.domain.CourseCredential;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialStatus;

/** Course credentials: one statement for all cases of a call. */
@ApplicationScoped
public class CourseCredentialStore {

    private final Sql sql;

    CourseCredentialStore(Sql sql) {
        this.sql = sql;
    }

    /** Credentials of any of the learners in any of the course runs; those that do not exist are left out. */
    public Map<CaseKey, CourseCredential> load(Collection<LearnerId> learners, Collection<CourseKey> courseKeys) {
        return sql
                .query(
                        "select * from course_credential where learner_id = any(?) and course_key = any(?)",
                        CourseCredentialStore::credential,
                        Column.texts(List.copyOf(learners), LearnerId::value),
                        Column.texts(List.copyOf(courseKeys), CourseKey::value))
                .stream()
                .collect(Collectors.toMap(CourseCredential::key, Function.identity()));
    }

    /** How many learners {@link #holders} finds. */
    public long countHolders(UUID programUuid) {
        return sql.first("""
                        select count(*) from (
                            select c.learner_id from program_course_run r join course_credential c using (course_key)
                            where r.program_uuid = ? and c.status = 'awarded'
                            union
                            select w.learner_id from pending_award w where w.program_uuid = ?
                            union
                            select w.learner_id from program_course_run r join pending_award w using (course_key)
                            where r.program_uuid = ?) h
                        """, row -> row.getLong(1), programUuid, programUuid, programUuid)
                .orElse(0L);
    }

    /** Learners who hold a credential in a run of the program, or whom its award awaits, in order, after the given one. */
    public List<LearnerId> holders(UUID programUuid, String after, int limit) {
        return sql.query(
                """
                (select distinct h.learner_id
                 from program_course_run r
                 cross join lateral (
                     select c.learner_id from course_credential c
                     where c.course_key = r.course_key and c.status = 'awarded' and c.learner_id > ?
                     order by c.learner_id limit ?) h
                 where r.program_uuid = ? order by h.learner_id limit ?)
                union
                (select w.learner_id from pending_award w
                 where w.program_uuid = ? and w.learner_id > ? order by w.learner_id limit ?)
                union
                (select distinct h.learner_id
                 from program_course_run r
                 cross join lateral (
                     select w.learner_id from pending_award w
                     where w.course_key = r.course_key and w.learner_id > ?
                     order by w.learner_id limit ?) h
                 where r.program_uuid = ? order by h.learner_id limit ?)
                order by learner_id limit ?
                """,
                row -> new LearnerId(Row.text(row, "learner_id")),
                after,
                limit,
                programUuid,
                limit,
                programUuid,
                after,
                limit,
                after,
                limit,
                programUuid,
                limit,
                limit);
    }

    /** Keeps changed credentials; the database writes their history. */
    public void save(List<CourseChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into course_credential (credential_uuid, learner_id, course_key, status, mode, available_at,
                                               created_at, first_awarded_at, awarded_at, modified_at, version, basis,
                                               changed_by, change_reason, cause_id)
                select t.credential_uuid::uuid, t.learner_id, t.course_key, t.status, t.mode, t.available_at::timestamptz,
                       t.created_at::timestamptz, t.first_awarded_at::timestamptz, t.awarded_at::timestamptz,
                       t.modified_at::timestamptz, t.version, t.basis, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (credential_uuid, learner_id, course_key, status, mode, available_at, created_at,
                           first_awarded_at, awarded_at, modified_at, version, basis, changed_by, change_reason,
                           cause_id)
                on conflict (learner_id, course_key) do update set status = excluded.status, mode = excluded.mode,
                    available_at = excluded.available_at, first_awarded_at = excluded.first_awarded_at,
                    awarded_at = excluded.awarded_at, modified_at = excluded.modified_at, version = excluded.version,
                    basis = excluded.basis, changed_by = excluded.changed_by, change_reason = excluded.change_reason,
                    cause_id = excluded.cause_id
                """,
                Column.texts(changes, change -> change.after().uuid()),
                Column.texts(changes, change -> change.after().key().learnerId()),
                Column.texts(changes, change -> change.after().key().courseKey()),
                Column.texts(changes, change -> standing(change).status().slug()),
                Column.texts(changes, change -> standing(change).mode()),
                Column.texts(changes, change -> standing(change).availableAt()),
                Column.texts(changes, change -> change.after().createdAt()),
                Column.texts(changes, change -> standing(change).firstAwardedAt()),
                Column.texts(changes, change -> standing(change).awardedAt()),
                Column.texts(changes, change -> standing(change).modifiedAt()),
                Column.longs(changes, change -> change.after().version()),
                Column.texts(changes, change -> standing(change).basis().slug()),
                Column.texts(changes, change -> change.cause().by()),
                Column.texts(changes, change -> change.cause().reason()),
                Column.texts(changes, change -> change.cause().id()));
    }

    private static CourseStanding standing(CourseChange change) {
        return change.after().standing();
    }

    private static CourseCredential credential(ResultSet row) throws SQLException {
        return new CourseCredential(
                new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key"))),
                UUID.fromString(Row.text(row, "credential_uuid")),
                Row.instant(row, "created_at"),
                standing(row),
                row.getLong("version"));
    }

    static CourseStanding standing(ResultSet row) throws SQLException {
        return new CourseStanding(
                CredentialStatus.of(Row.text(row, "status")),
                Row.text(row, "mode"),
                Row.instantOrNull(row, "available_at"),
                Row.instant(row, "first_awarded_at"),
                Row.instant(row, "awarded_at"),
                Row.instant(row, "modified_at"),
                Basis.of(Row.text(row, "basis")));
    }
}
