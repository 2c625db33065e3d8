package org.laurel.kit.retirement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns of a table that hold personal data, and how they are erased. Statements read the people from {@code gone (learner_id,
 * word)}: a row for each username of a learner, or one with an empty word.
 */
public sealed interface PersonalColumn {

    String GONE = "with gone as (select * from unnest(?::text[], ?::text[]) as g (learner_id, word)) ";

    /** Rows that are worked off at a time, where they may be many. */
    int PAGE = 1_000;

    String table();

    List<String> columns();

    /**
     * Rows about the learner, few for each: erased at once.
     *
     * @param statement blanks them
     */
    record Own(String table, List<String> columns, String statement) implements PersonalColumn {}

    /**
     * Who has changed a row: however many rows a member of staff has changed.
     *
     * @param condition what an index needs besides, on {@code t}; may be empty
     */
    record Acted(String table, String column, String condition) implements PersonalColumn {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        /** Puts the learner id in the place of the username in at most so many rows, and tells in how many. */
        String statement() {
            return GONE + """
                    , found as (select t.ctid as place, g.learner_id from %1$s t join gone g on t.%2$s = g.word
                                where g.word <> ''%3$s limit ? for update of t)
                    , changed as (update %1$s t set %2$s = f.learner_id from found f where t.ctid = f.place)
                    select count(*) from found
                    """.formatted(table, column, condition);
        }
    }

    /**
     * Free text about something else than the learner, in which somebody may have written of the learner.
     *
     * @param blank what it becomes, {@code null} or {@code ''}
     * @param keys the columns of the primary key, each with its type: {@code id bigint}
     */
    record Mentioned(String table, String column, String blank, List<String> keys) implements PersonalColumn {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        /** Reads a page of rows, by key. */
        String page(boolean first) {
            String present = blank.equals("null") ? " is not null" : " <> ''";
            String after = first
                    ? ""
                    : " and (" + names() + ") > ("
                            + keys.stream().map(key -> "?::" + type(key)).collect(Collectors.joining(", ")) + ")";
            return "select array["
                    + keys.stream().map(key -> name(key) + "::text").collect(Collectors.joining(", "))
                    + "] as key, " + column + " as content from " + table + " where " + column + present + after
                    + " order by " + names() + " limit " + PAGE;
        }

        /** Blanks rows by their keys, unless they say something else by now. */
        String statement() {
            String arrays = "?::text[], ".repeat(keys.size()) + "?::text[]";
            String named = IntStream.range(0, keys.size())
                    .mapToObj(i -> "k" + i + ", ")
                    .collect(Collectors.joining("", "", "content"));
            String same = IntStream.range(0, keys.size())
                    .mapToObj(i -> "t." + name(keys.get(i)) + " = k.k" + i + "::" + type(keys.get(i)) + " and ")
                    .collect(Collectors.joining());
            return "update " + table + " t set " + column + " = " + blank + " from unnest(" + arrays + ") as k ("
                    + named + ") where " + same + "t." + column + " = k.content";
        }

        private String names() {
            return keys.stream().map(Mentioned::name).collect(Collectors.joining(", "));
        }

        private static String name(String key) {
            return key.substring(0, key.indexOf(' '));
        }

        private static String type(String key) {
            return key.substring(key.indexOf(' ') + 1);
        }
    }

    /**
     * Blanks columns of rows that are about the learner.
     *
     * @param columns each with its blank, {@code name = ''}
     */
    static Own own(String table, String... columns) {
        List<String> names = Arrays.stream(columns)
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        String filled = Arrays.stream(columns)
                .map(column -> "t." + column.replaceFirst(" = ", " is distinct from "))
                .collect(Collectors.joining(" or "));
        return new Own(
                table,
                names,
                GONE + "update " + table + " t set " + String.join(", ", columns)
                        + " where t.learner_id in (select learner_id from gone) and (" + filled + ")");
    }

    /** Erases rows about the learner by a statement of its own that begins after {@code gone}. */
    static Own by(String table, List<String> columns, String statement) {
        return new Own(table, columns, GONE + statement);
    }

    /** Puts the learner id in the place of the username of a person who has changed a row. */
    static Acted acted(String table, String column) {
        return new Acted(table, column, "");
    }

    /** A table and its history: the table first, since blanking it writes a version, which is blank. */
    static Stream<PersonalColumn> about(String table, String... columns) {
        return Stream.of(own(table, columns), own(table + "_history", columns));
    }

    /** Who has changed rows of a table, in the table and in its history. */
    static Stream<PersonalColumn> actedAudited(String table, String... columns) {
        return Stream.of(columns).flatMap(column -> Stream.of(acted(table, column), acted(table + "_history", column)));
    }

    /** Free text in a table and in its history, where anybody may be mentioned. */
    static Stream<PersonalColumn> mentionedAudited(String table, String column, String blank, String... keys) {
        return Stream.of(
                new Mentioned(table, column, blank, List.of(keys)),
                new Mentioned(table + "_history", column, blank, List.of("history_id bigint")));
    }

    /** Drops a reason that mentions a person, in a table whose key is {@code id}. */
    static Mentioned mentioned(String table, String column) {
        return new Mentioned(table, column, "null", List.of("id bigint"));
    }
}
