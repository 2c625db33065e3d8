package org.laurel.programs.configuration.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Row;
import org.laurel.programs.configuration.domain.Picture;
import org.laurel.programs.configuration.domain.PictureType;
import org.laurel.programs.configuration.domain.Signatory;

/** Reads a row of {@code signatory} or of its history. */
final class SignatoryRow {

    private SignatoryRow() {}

    static Signatory signatory(ResultSet row) throws SQLException {
        return new Signatory(
                row.getLong("signatory_id"),
                Row.text(row, "name"),
                Row.text(row, "title"),
                row.getString("organization_name_override"),
                picture(row),
                row.getLong("version"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"));
    }

    private static @Nullable Picture picture(ResultSet row) throws SQLException {
        String sha256 = row.getString("image_sha256");
        return sha256 == null ? null : new Picture(sha256, PictureType.valueOf(Row.text(row, "image_type")));
    }
}
