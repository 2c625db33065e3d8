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
 * tables have a row for each time that a person stepped in, so they are read whole. Only rows that change are locked. One that
 * somebody changes meanwhile is left: it says something newer, and what it said is in its history, which comes after it.
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

    private record Change(Steered before, Steered after) {}

    /** The tables first: blanking one writes a version to its history, which is blank. */
    int erase(Map<String, String> byWord, Mentions mentions) {
        return table("consumer", "name text", "null", byWord, mentions)
                + table("consumer_history", "history_id bigint", "null", byWord, mentions)
                + table("brake", "subject text", "released_by", byWord, mentions)
                + table("brake_history", "history_id bigint", "released_by", byWord, mentions);
    }

    /** @param key the column of the primary key, with its type */
    private int table(String table, String key, String releasedBy, Map<String, String> byWord, Mentions mentions) {
        String name = key.substring(0, key.indexOf(' '));
        String type = key.substring(key.indexOf(' ') + 1);
        List<Change> changes = sql
                .query(
                        "select " + name + "::text as key, changed_by, " + releasedBy
                                + " as released_by, change_reason from " + table,
                        SteeringErasure::steered)
                .stream()
                .map(row -> new Change(row, blank(row, byWord, mentions)))
                .filter(change -> !change.after().equals(change.before()))
                .toList();
        if (changes.isEmpty()) {
            return 0;
        }
        String released = releasedBy.equals("null") ? "" : ", released_by = b.released_by";
        return sql.update(
                "update " + table + " t set changed_by = b.changed_by, change_reason = b.reason" + released
                        + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                        + " as b (key, changed_by, released_by, reason, was_changed_by, was_released_by, was_reason)"
                        + " where t." + name + " = b.key::" + type + " and t.changed_by = b.was_changed_by"
                        + " and t.change_reason is not distinct from b.was_reason"
                        + (released.isEmpty() ? "" : " and t.released_by is not distinct from b.was_released_by"),
                Column.texts(changes, change -> change.after().key()),
                Column.texts(changes, change -> change.after().changedBy()),
                Column.texts(changes, change -> change.after().releasedBy()),
                Column.texts(changes, change -> change.after().reason()),
                Column.texts(changes, change -> change.before().changedBy()),
                Column.texts(changes, change -> change.before().releasedBy()),
                Column.texts(changes, change -> change.before().reason()));
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
