package org.laurel.kit.test.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.laurel.kit.test.Database;

/** Looks for words in everything that a database keeps. */
public final class Traces {

    private Traces() {}

    /**
     * Every row of every table, partitions included, in which one of the words stands, whatever its case: texts, JSON and
     * arrays as they are, bytes as text.
     */
    public static List<String> in(Database database, Collection<String> words) {
        List<String> lower =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        List<String> found = new ArrayList<>();
        for (Map<String, ?> table : database.query("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                """)) {
            String name = String.valueOf(table.get("table_name"));
            database
                    .query("select t::text || ' ' || " + bytesOf(database, name) + " as content from \"" + name
                            + "\" t")
                    .stream()
                    .map(row -> String.valueOf(row.get("content")))
                    .filter(row -> lower.stream().anyMatch(row.toLowerCase(Locale.ROOT)::contains))
                    .forEach(row -> found.add(name + ": " + row));
        }
        return found;
    }

    private static String bytesOf(Database database, String table) {
        return database.query("""
                select ', encode(t.' || quote_ident(column_name) || ', ''escape'')' as piece
                from information_schema.columns
                where table_schema = 'public' and table_name = ? and data_type = 'bytea'
                """, table).stream()
                .map(column -> String.valueOf(column.get("piece")))
                .collect(Collectors.joining("", "concat_ws(' ', ''", ")"));
    }
}
