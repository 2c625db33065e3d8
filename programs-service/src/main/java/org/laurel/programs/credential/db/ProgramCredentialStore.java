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
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.ProgramCredential;
import org.laurel.programs.credential.domain.ProgramStanding;
import org.laurel.programs.credential.domain.Reason;

/** Program credentials: one statement for all learners and programs of a call. */
@ApplicationScoped
public class ProgramCredentialStore {

    private final Sql sql;

    ProgramCredentialStore(Sql sql) {
        this.sql = sql;
    }

    /** A learner and a program. */
    public record Subject(LearnerId learnerId, UUID programUuid) {}

    /** A credential to keep, and why it changed. */
    public record Written(ProgramCredential credential, Cause cause) {}

    /** Credentials of any of the learners for any of the programs; those that do not exist are left out. */
    public Map<Subject, ProgramCredential> load(Collection<LearnerId> learners, Collection<UUID> programs) {
        return sql
                .query(
                        "select * from program_credential where learner_id = any(?) and program_uuid = any(?::uuid[])",
                        ProgramCredentialStore::credential,
                        Column.texts(List.copyOf(learners), LearnerId::value),
                        Column.texts(List.copyOf(programs), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(
                        credential -> new Subject(credential.learnerId(), credential.programUuid()),
                        Function.identity()));
    }

    /** Keeps changed credentials; the database writes their history. */
    public void save(List<Written> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into program_credential (credential_uuid, learner_id, program_uuid, status, available_at, reason,
                                                created_at, modified_at, automatic_status, automatic_available_at,
                                                automatic_reason, automatic_created_at, automatic_modified_at, version,
                                                changed_by, change_reason, cause_id)
                select t.credential_uuid::uuid, t.learner_id, t.program_uuid::uuid, t.status, t.available_at::timestamptz,
                       t.reason, t.created_at::timestamptz, t.modified_at::timestamptz, t.automatic_status,
                       t.automatic_available_at::timestamptz, t.automatic_reason, t.automatic_created_at::timestamptz,
                       t.automatic_modified_at::timestamptz, t.version, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
                            ?::text[])
                     as t (credential_uuid, learner_id, program_uuid, status, available_at, reason, created_at,
                           modified_at, automatic_status, automatic_available_at, automatic_reason,
                           automatic_created_at, automatic_modified_at, version, changed_by, change_reason, cause_id)
                on conflict (learner_id, program_uuid) do update set status = excluded.status,
                    available_at = excluded.available_at, reason = excluded.reason, modified_at = excluded.modified_at,
                    automatic_status = excluded.automatic_status,
                    automatic_available_at = excluded.automatic_available_at,
                    automatic_reason = excluded.automatic_reason, automatic_created_at = excluded.automatic_created_at,
                    automatic_modified_at = excluded.automatic_modified_at, version = excluded.version, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(changes, written -> written.credential().uuid()),
                Column.texts(changes, written -> written.credential().learnerId()),
                Column.texts(changes, written -> written.credential().programUuid()),
                Column.texts(changes, written -> standing(written).status().slug()),
                Column.texts(changes, written -> standing(written).availableAt()),
                Column.texts(changes, written -> standing(written).reason().slug()),
                Column.texts(changes, written -> standing(written).createdAt()),
                Column.texts(changes, written -> standing(written).modifiedAt()),
                Column.texts(
                        changes,
                        written ->
                                automatic(written, standing -> standing.status().slug())),
                Column.texts(changes, written -> automatic(written, ProgramStanding::availableAt)),
                Column.texts(
                        changes,
                        written ->
                                automatic(written, standing -> standing.reason().slug())),
                Column.texts(changes, written -> automatic(written, ProgramStanding::createdAt)),
                Column.texts(changes, written -> automatic(written, ProgramStanding::modifiedAt)),
                Column.longs(changes, written -> written.credential().version()),
                Column.texts(changes, written -> written.cause().by()),
                Column.texts(changes, written -> written.cause().reason()),
                Column.texts(changes, written -> written.cause().id()));
    }

    private static ProgramStanding standing(Written written) {
        return written.credential().standing();
    }

    private static @Nullable Object automatic(Written written, Function<ProgramStanding, Object> property) {
        ProgramStanding automatic = written.credential().automatic();
        return automatic == null ? null : property.apply(automatic);
    }

    static ProgramCredential credential(ResultSet row) throws SQLException {
        return new ProgramCredential(
                new LearnerId(Row.text(row, "learner_id")),
                UUID.fromString(Row.text(row, "program_uuid")),
                UUID.fromString(Row.text(row, "credential_uuid")),
                new ProgramStanding(
                        CredentialStatus.of(Row.text(row, "status")),
                        Row.instant(row, "available_at"),
                        Reason.of(Row.text(row, "reason")),
                        Row.instant(row, "created_at"),
                        Row.instant(row, "modified_at")),
                automatic(row),
                row.getLong("version"));
    }

    private static @Nullable ProgramStanding automatic(ResultSet row) throws SQLException {
        return row.getString("automatic_status") == null
                ? null
                : new ProgramStanding(
                        CredentialStatus.of(Row.text(row, "automatic_status")),
                        Row.instant(row, "automatic_available_at"),
                        Reason.of(Row.text(row, "automatic_reason")),
                        Row.instant(row, "automatic_created_at"),
                        Row.instant(row, "automatic_modified_at"));
    }
}
