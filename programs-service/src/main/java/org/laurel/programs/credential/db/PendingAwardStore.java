package org.laurel.programs.credential.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.db.ProgramCredentialStore.Subject;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialKey;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.Obstacle;
import org.laurel.programs.credential.domain.ProgramStanding;
import org.laurel.programs.credential.domain.Reason;

/** Awards that wait: earned, and not made yet. */
@ApplicationScoped
public class PendingAwardStore {

    private final Sql sql;

    PendingAwardStore(Sql sql) {
        this.sql = sql;
    }

    /** An award that waits: of a course credential or of a program credential, the other is null. */
    public record Waiting(
            CredentialKey key,
            Obstacle obstacle,
            @Nullable CourseStanding course,
            @Nullable ProgramStanding program) {}

    /** Course credentials that wait, of any of the learners in any of the course runs. */
    public Map<CaseKey, CourseStanding> courses(Collection<LearnerId> learners, Collection<CourseKey> courseKeys) {
        Map<CaseKey, CourseStanding> waiting = new HashMap<>();
        sql.query(
                "select * from pending_award where learner_id = any(?) and course_key = any(?)",
                row -> waiting.put(caseKey(row), course(row)),
                Column.texts(List.copyOf(learners), LearnerId::value),
                Column.texts(List.copyOf(courseKeys), CourseKey::value));
        return waiting;
    }

    /** Program credentials that wait, of any of the learners for any of the programs. */
    public Map<Subject, Waiting> programs(Collection<LearnerId> learners, Collection<UUID> programs) {
        Map<Subject, Waiting> waiting = new HashMap<>();
        sql.query(
                "select * from pending_award where learner_id = any(?) and program_uuid = any(?::uuid[])",
                row -> waiting.put(subject(row), program(row)),
                Column.texts(List.copyOf(learners), LearnerId::value),
                Column.texts(List.copyOf(programs), uuid -> uuid));
        return waiting;
    }

    /** Keeps awards that wait, each once. */
    public void save(List<Waiting> awards) {
        if (awards.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into pending_award (learner_id, program_uuid, course_key, obstacle, mode, available_at,
                                           first_earned_at, earned_at, modified_at, reason)
                select t.learner_id, t.program_uuid::uuid, t.course_key, t.obstacle, t.mode, t.available_at::timestamptz,
                       t.first_earned_at::timestamptz, t.earned_at::timestamptz, t.modified_at::timestamptz, t.reason
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[])
                     as t (learner_id, program_uuid, course_key, obstacle, mode, available_at, first_earned_at,
                           earned_at, modified_at, reason)
                on conflict (learner_id, subject) do update set obstacle = excluded.obstacle, mode = excluded.mode,
                    available_at = excluded.available_at, first_earned_at = excluded.first_earned_at,
                    earned_at = excluded.earned_at, modified_at = excluded.modified_at, reason = excluded.reason
                """,
                Column.texts(awards, award -> award.key().learnerId()),
                Column.texts(awards, award -> award.key().programUuid()),
                Column.texts(awards, award -> award.key().courseKey()),
                Column.texts(awards, award -> award.obstacle().slug()),
                Column.texts(awards, award -> PendingColumns.mode(award)),
                Column.texts(awards, award -> PendingColumns.availableAt(award)),
                Column.texts(awards, award -> PendingColumns.firstEarnedAt(award)),
                Column.texts(awards, award -> PendingColumns.earnedAt(award)),
                Column.texts(awards, award -> PendingColumns.modifiedAt(award)),
                Column.texts(awards, award -> PendingColumns.reason(award)));
    }

    /** Forgets awards that do not wait any more. */
    public void remove(Collection<CredentialKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        List<CredentialKey> gone = List.copyOf(keys);
        sql.update(
                """
                delete from pending_award p using unnest(?::text[], ?::text[]) as t (learner_id, subject)
                where p.learner_id = t.learner_id and p.subject = t.subject
                """,
                Column.texts(gone, CredentialKey::learnerId),
                Column.texts(gone, key -> key.subject().text()));
    }

    private static CaseKey caseKey(ResultSet row) throws SQLException {
        return new CaseKey(new LearnerId(Row.text(row, "learner_id")), new CourseKey(Row.text(row, "course_key")));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(new LearnerId(Row.text(row, "learner_id")), UUID.fromString(Row.text(row, "program_uuid")));
    }

    static CourseStanding course(ResultSet row) throws SQLException {
        return new CourseStanding(
                CredentialStatus.AWARDED,
                Row.text(row, "mode"),
                Row.instantOrNull(row, "available_at"),
                Row.instant(row, "first_earned_at"),
                Row.instant(row, "earned_at"),
                Row.instant(row, "modified_at"));
    }

    private static Waiting program(ResultSet row) throws SQLException {
        Subject subject = subject(row);
        return new Waiting(
                CredentialKey.of(subject.learnerId(), subject.programUuid()),
                Obstacle.of(Row.text(row, "obstacle")),
                null,
                new ProgramStanding(
                        CredentialStatus.AWARDED,
                        Row.instant(row, "available_at"),
                        Reason.of(Row.text(row, "reason")),
                        Row.instant(row, "first_earned_at"),
                        Row.instant(row, "modified_at")));
    }
}
