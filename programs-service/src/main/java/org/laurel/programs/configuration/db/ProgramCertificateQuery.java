package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.StoredProgramCertificate;

/** Reads certificate configurations of programs. */
@ApplicationScoped
public class ProgramCertificateQuery {

    private final Sql sql;

    ProgramCertificateQuery(Sql sql) {
        this.sql = sql;
    }

    /** A configuration with who has changed it last, and why. */
    public record Found(
            StoredProgramCertificate stored,
            String changedBy,
            @Nullable String changeReason) {}

    /**
     * Those of the programs that have an active configuration, without which no credential is made. Who decides by it holds
     * {@code AwardingBasis.KEY} until the end of the transaction.
     */
    public Set<UUID> active(Collection<UUID> programs) {
        return new HashSet<>(sql.query(
                "select program_uuid from program_certificate where is_active and program_uuid = any(?::uuid[])",
                row -> UUID.fromString(Row.text(row, "program_uuid")),
                (Object) Column.texts(List.copyOf(programs), uuid -> uuid)));
    }

    /** The configuration of a program. */
    public Optional<Found> find(UUID programUuid) {
        return sql.first(
                "select * from program_certificate where program_uuid = ?",
                ProgramCertificateQuery::found,
                programUuid);
    }

    /**
     * Configurations by program uuid.
     *
     * @param after only those of programs after this one, null from the start
     * @param active null for both
     */
    public List<Found> list(@Nullable UUID after, @Nullable Boolean active, int limit) {
        return sql.query("""
                select * from program_certificate
                where (?::uuid is null or program_uuid > ?::uuid) and (?::boolean is null or is_active = ?::boolean)
                order by program_uuid limit ?
                """, ProgramCertificateQuery::found, after, after, active, active, limit);
    }

    /**
     * All versions of a program's configuration, newest first. What was written only to erase a person's name is no version.
     *
     * @param before only versions below this one, null for all
     */
    public List<Found> history(UUID programUuid, @Nullable Long before, int limit) {
        return sql.query("""
                select * from (select distinct on (version) * from program_certificate_history
                               where program_uuid = ? and history_operation <> '-' order by version, history_id) h
                where ?::bigint is null or version < ?::bigint
                order by version desc limit ?
                """, ProgramCertificateQuery::found, programUuid, before, before, limit);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                ProgramCertificateRow.stored(row), Row.text(row, "changed_by"), row.getString("change_reason"));
    }
}
