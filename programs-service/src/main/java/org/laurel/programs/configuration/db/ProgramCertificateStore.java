package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.ProgramCertificate;
import org.laurel.programs.configuration.domain.StoredProgramCertificate;

/** Certificate configurations of programs: one statement for all programs of a call. */
@ApplicationScoped
public class ProgramCertificateStore {

    private final Sql sql;

    ProgramCertificateStore(Sql sql) {
        this.sql = sql;
    }

    /** A configuration to keep, and why it changed. */
    public record Written(StoredProgramCertificate stored, Cause cause) {}

    /** Those of the programs that the catalogue has. */
    public Set<UUID> programs(Collection<UUID> uuids) {
        return new HashSet<>(sql.query(
                "select program_uuid from program where program_uuid = any(?::uuid[])",
                row -> UUID.fromString(Row.text(row, "program_uuid")),
                (Object) Column.texts(List.copyOf(uuids), uuid -> uuid)));
    }

    /** Configurations by program; programs without one are left out. */
    public Map<UUID, StoredProgramCertificate> load(Collection<UUID> programs) {
        return sql
                .query(
                        "select * from program_certificate where program_uuid = any(?::uuid[])",
                        ProgramCertificateRow::stored,
                        (Object) Column.texts(List.copyOf(programs), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(stored -> stored.certificate().programUuid(), Function.identity()));
    }

    /** Keeps configurations, each program once; the database writes their history. */
    public void save(List<Written> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into program_certificate (program_uuid, is_active, title, signatories, use_org_name,
                                                 include_hours_of_effort, language, version, created_at, modified_at,
                                                 changed_by, change_reason, cause_id)
                select t.program_uuid::uuid, t.is_active, t.title, t.signatories::bigint[], t.use_org_name,
                       t.include_hours_of_effort, t.language, t.version, t.created_at::timestamptz,
                       t.modified_at::timestamptz, t.changed_by, t.change_reason, t.cause_id
                from unnest(?::text[], ?::bool[], ?::text[], ?::text[], ?::bool[], ?::bool[], ?::text[], ?::bigint[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     as t (program_uuid, is_active, title, signatories, use_org_name, include_hours_of_effort, language,
                           version, created_at, modified_at, changed_by, change_reason, cause_id)
                on conflict (program_uuid) do update set is_active = excluded.is_active, title = excluded.title,
                    signatories = excluded.signatories, use_org_name = excluded.use_org_name,
                    include_hours_of_effort = excluded.include_hours_of_effort, language = excluded.language,
                    version = excluded.version, modified_at = excluded.modified_at, changed_by = excluded.changed_by,
                    change_reason = excluded.change_reason, cause_id = excluded.cause_id
                """,
                Column.texts(changes, written -> certificate(written).programUuid()),
                Column.flags(changes, written -> certificate(written).isActive()),
                Column.texts(changes, written -> certificate(written).title()),
                Column.texts(changes, written -> array(certificate(written).signatories())),
                Column.flags(changes, written -> certificate(written).useOrgName()),
                Column.flags(changes, written -> certificate(written).includeHoursOfEffort()),
                Column.texts(changes, written -> certificate(written).language()),
                Column.longs(changes, written -> written.stored().version()),
                Column.texts(changes, written -> written.stored().createdAt()),
                Column.texts(changes, written -> written.stored().modifiedAt()),
                Column.texts(changes, written -> written.cause().by()),
                Column.texts(changes, written -> written.cause().reason()),
                Column.texts(changes, written -> written.cause().id()));
    }

    private static ProgramCertificate certificate(Written written) {
        return written.stored().certificate();
    }

    /** An array as PostgreSQL writes it, since arrays of arrays cannot travel. */
    private static String array(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
