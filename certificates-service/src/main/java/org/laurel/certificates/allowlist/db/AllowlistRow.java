package org.laurel.certificates.allowlist.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.certificates.allowlist.domain.AllowlistEntry;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.kit.sql.Row;

/** Reads a row of the allowlist. */
final class AllowlistRow {

    private AllowlistRow() {}

    static AllowlistEntry entry(ResultSet row) throws SQLException {
        return new AllowlistEntry(
                row.getLong("id"),
                CaseRow.key(row),
                row.getBoolean("allowlist"),
                Row.text(row, "notes"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }
}
