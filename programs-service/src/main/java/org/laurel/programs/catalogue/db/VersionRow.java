package org.laurel.programs.catalogue.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.kit.sql.Row;
import org.laurel.programs.catalogue.domain.Version;

/**
 * Versions out of a history table, newest first. A version is shown once: what the database wrote of it first, or that it was
 * deleted. Erasing who changed something writes a version again, and is no change.
 */
final class VersionRow {

    private VersionRow() {}

    /** A query whose arguments are the uuid, a place that the versions lie before, and how many are wanted. */
    static String select(String table, String key) {
        return """
                select h.* from %1$s_history h
                where h.%2$s = ? and h.history_id < ? and not exists (
                    select 1 from %1$s_history o
                    where o.%2$s = h.%2$s and o.version = h.version and o.history_id <> h.history_id
                      and (o.history_operation = '-' or (h.history_operation <> '-' and o.history_id < h.history_id)))
                order by h.history_id desc limit ?
                """.formatted(table, key);
    }

    /** A query whose arguments are the uuid and the version that is wanted, which may have been replaced or deleted since. */
    static String as(String table, String key) {
        return """
                select h.* from %1$s_history h
                where h.%2$s = ? and h.version = ? and h.history_operation <> '-' order by h.history_id limit 1
                """.formatted(table, key);
    }

    static <T> Version<T> of(ResultSet row, T value) throws SQLException {
        String operation = switch (Row.text(row, "history_operation")) {
            case "+" -> "created";
            case "-" -> "deleted";
            default -> "changed";
        };
        return new Version<>(
                row.getLong("history_id"),
                operation,
                row.getLong("version"),
                value,
                Row.instant(row, "modified_at"),
                Row.text(row, "changed_by"),
                row.getString("change_reason"));
    }
}
