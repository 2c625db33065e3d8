package org.laurel.programs.catalogue.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.laurel.kit.sql.Row;
import org.laurel.programs.catalogue.domain.Pathway;
import org.laurel.programs.catalogue.domain.PathwayStatus;
import org.laurel.programs.catalogue.domain.PathwayType;

/** A row of {@code pathway} or of its history. */
final class PathwayRow {

    private PathwayRow() {}

    static Pathway read(ResultSet row) throws SQLException {
        return new Pathway(
                row.getLong("pathway_id"),
                UUID.fromString(Row.text(row, "uuid")),
                Row.text(row, "name"),
                Row.text(row, "org_name"),
                row.getString("email"),
                row.getString("description"),
                row.getString("destination_url"),
                PathwayType.of(Row.text(row, "pathway_type")),
                PathwayStatus.of(Row.text(row, "status")),
                programs(row));
    }

    private static List<UUID> programs(ResultSet row) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray("program_uuids").getArray());
    }
}
