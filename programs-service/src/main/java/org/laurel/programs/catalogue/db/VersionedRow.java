package org.laurel.programs.catalogue.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.domain.Keeping.Versioned;
import org.laurel.programs.catalogue.domain.Remove;

/** What the rows of organisations and pathways have in common. */
final class VersionedRow {

    private VersionedRow() {}

    static Versioned read(ResultSet row) throws SQLException {
        return new Versioned(row.getLong("version"), Row.instant(row, "created_at"), Row.instant(row, "modified_at"));
    }

    /** The last version that each uuid ever had by the history; uuids without one are left out. */
    static Map<UUID, Long> lastVersions(Sql sql, String table, String key, Set<UUID> uuids) {
        return sql
                .query(
                        "select %2$s as uuid, max(version) as version from %1$s_history where %2$s = any(?::uuid[]) group by 1"
                                .formatted(table, key),
                        row -> Map.entry(UUID.fromString(Row.text(row, "uuid")), row.getLong("version")),
                        (Object) Column.texts(List.copyOf(uuids), uuid -> uuid))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Writes a last version that says who deletes the rows, and deletes them. */
    static void delete(Sql sql, String table, String key, List<Remove> commands) {
        if (commands.isEmpty()) {
            return;
        }
        sql.update(
                """
                update %1$s r set version = version + 1, changed_by = t.changed_by, change_reason = t.change_reason,
                                  cause_id = t.cause_id, modified_at = greatest(now(), modified_at)
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as t (uuid, changed_by, change_reason, cause_id)
                where r.%2$s = t.uuid::uuid
                """.formatted(table, key),
                Column.texts(commands, Remove::uuid),
                Column.texts(commands, command -> command.cause().by()),
                Column.texts(commands, command -> command.cause().reason()),
                Column.texts(commands, command -> command.cause().id()));
        sql.update("delete from %1$s where %2$s = any(?::uuid[])".formatted(table, key), (Object)
                Column.texts(commands, Remove::uuid));
    }
}
