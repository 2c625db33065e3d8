package org.laurel.kit.erasure;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Names by their ids those who steered brakes and consumption, and drops the reasons that they gave or that name one. These
 * tables have a row for each time that a person stepped in, so they are read whole.
 */
@Singleton
class SteeringErasure {

    private final Sql sql;

    SteeringErasure(Sql sql) {
        this.sql = sql;
    }

    /** A row, as text whatever its key is. */
    private record Steered(
            String key,
            String changedBy,
            @Nullable String releasedBy,
            @Nullable String reason) {}

    /** The tables first: blanking one writes a version to its history, which is blank. */
    int erase(Map<String, String> byWord, Mentions mentions) {
        return table("consumer", "name", "null", byWord, mentions)
                + table("consumer_history", "history_id", "null", byWord, mentions)
                + table("brake", "subject", "released_by", byWord, mentions)
                + table("brake_history", "history_id", "released_by", byWord, mentions);
    }

    private int table(String table, String key, String releasedBy, Map<String, String> byWord, Mentions mentions) {
        List<Steered> rows = sql
                .query(
                        "select " + key + "::text as key, changed_by, " + releasedBy
                                + " as released_by, change_reason from " + table + " order by " + key + " for update",
                        SteeringErasure::steered)
                .stream()
                .filter(row -> isNamed(row, byWord, mentions))
                .map(row -> blank(row, byWord, mentions))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        String released = releasedBy.equals("null") ? "" : ", released_by = b.released_by";
        return sql.update(
                "update " + table + " t set changed_by = b.changed_by, change_reason = b.reason" + released
                        + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as b (key, changed_by, released_by, reason)"
                        + " where t." + key + "::text = b.key",
                Column.texts(rows, Steered::key),
                Column.texts(rows, Steered::changedBy),
                Column.texts(rows, Steered::releasedBy),
                Column.texts(rows, Steered::reason));
    }

    private static boolean isNamed(Steered row, Map<String, String> byWord, Mentions mentions) {
        return byWord.containsKey(folded(row.changedBy()))
                || (row.releasedBy() != null && byWord.containsKey(folded(row.releasedBy())))
                || mentions.isIn(row.reason());
    }

    private static Steered blank(Steered row, Map<String, String> byWord, Mentions mentions) {
        String changedBy = byWord.getOrDefault(folded(row.changedBy()), row.changedBy());
        String released = row.releasedBy();
        return new Steered(
                row.key(),
                changedBy,
                released == null ? null : byWord.getOrDefault(folded(released), released),
                changedBy.equals(row.changedBy()) && !mentions.isIn(row.reason()) ? row.reason() : null);
    }

    private static String folded(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private static Steered steered(ResultSet row) throws SQLException {
        return new Steered(
                Row.text(row, "key"),
                Row.text(row, "changed_by"),
                row.getString("released_by"),
                row.getString("change_reason"));
    }
}
