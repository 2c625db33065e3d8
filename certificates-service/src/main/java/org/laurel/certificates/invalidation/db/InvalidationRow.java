package org.laurel.certificates.invalidation.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.certificates.invalidation.domain.Invalidation;
import org.laurel.certificates.issuance.db.CaseRow;
import org.laurel.kit.sql.Row;

/** Reads a row of the invalidations. */
final class InvalidationRow {

    private InvalidationRow() {}

    static Invalidation invalidation(ResultSet row) throws SQLException {
        return new Invalidation(
                row.getLong("id"),
                CaseRow.key(row),
                new Invalidation.Author(Row.text(row, "invalidated_by_id"), Row.text(row, "invalidated_by")),
                Row.text(row, "notes"),
                row.getBoolean("active"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }
}
