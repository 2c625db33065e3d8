package org.laurel.programs.catalogue.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.programs.catalogue.domain.Organization;

/** A row of {@code organization} or of its history. */
final class OrganizationRow {

    private OrganizationRow() {}

    static Organization read(ResultSet row) throws SQLException {
        return new Organization(
                UUID.fromString(Row.text(row, "uuid")),
                Row.text(row, "key"),
                Row.text(row, "name"),
                row.getString("logo_image_url"),
                row.getString("certificate_logo_image_url"));
    }
}
