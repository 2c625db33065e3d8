package org.laurel.programs.configuration.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.programs.configuration.domain.ProgramCertificate;
import org.laurel.programs.configuration.domain.StoredProgramCertificate;

/** Reads a row of {@code program_certificate} or of its history. */
final class ProgramCertificateRow {

    private ProgramCertificateRow() {}

    static StoredProgramCertificate stored(ResultSet row) throws SQLException {
        return new StoredProgramCertificate(
                new ProgramCertificate(
                        UUID.fromString(Row.text(row, "program_uuid")),
                        row.getBoolean("is_active"),
                        row.getString("title"),
                        List.of((Long[]) row.getArray("signatories").getArray()),
                        row.getBoolean("use_org_name"),
                        row.getBoolean("include_hours_of_effort"),
                        row.getString("language")),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }
}
