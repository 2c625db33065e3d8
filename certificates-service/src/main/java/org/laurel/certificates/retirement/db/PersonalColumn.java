package org.laurel.certificates.retirement.db;

import java.util.Arrays;
import java.util.List;

/**
 * Columns of a table that hold personal data, and the statement that erases it. A statement reads the people from {@code gone
 * (learner_id, word)}: a row for each username of a learner, or one with an empty word; for mentions, each word that names the
 * learner.
 */
record PersonalColumn(String table, List<String> columns, Whose whose, String statement) {

    /** What leads from a person to the rows. */
    enum Whose {
        /** The row is about the learner. */
        OWN,
        /** The person has changed the row; only usernames lead there. */
        ACTED,
        /** Somebody may have written of the person: all words that are rare enough lead there. */
        MENTIONED
    }

    private static final String GONE =
            "with gone as (select * from unnest(?::text[], ?::text[]) as g (learner_id, word)) ";

    /**
     * Blanks columns of rows that are about the learner.
     *
     * @param columns each with its blank, {@code name = ''}
     */
    static PersonalColumn own(String table, String... columns) {
        List<String> names = Arrays.stream(columns)
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        String filled = String.join(
                " or ",
                Arrays.stream(columns).map(column -> "t." + distinct(column)).toList());
        return new PersonalColumn(
                table,
                names,
                Whose.OWN,
                GONE + "update " + table + " t set " + String.join(", ", columns)
                        + " where t.learner_id in (select learner_id from gone) and (" + filled + ")");
    }

    private static String distinct(String column) {
        return column.replaceFirst(" = ", " is distinct from ");
    }

    /** Puts the learner id in the place of the username of a person who has changed a row. */
    static PersonalColumn acted(String table, String column) {
        return acted(table, column, "");
    }

    /** The same where an index needs a further condition on {@code t}. */
    static PersonalColumn acted(String table, String column, String condition) {
        return new PersonalColumn(
                table,
                List.of(column),
                Whose.ACTED,
                GONE + "update " + table + " t set " + column + " = g.learner_id from gone g where g.word <> '' and t."
                        + column + " = g.word" + condition);
    }

    /** Drops a reason, about something else than a learner, that mentions a person. */
    static PersonalColumn mentioned(String table, String column) {
        return new PersonalColumn(
                table,
                List.of(column),
                Whose.MENTIONED,
                GONE + "update " + table + " t set " + column + " = null from gone g where g.word <> ''"
                        + " and position(lower(g.word) in lower(t." + column + ")) > 0");
    }

    /** Erases by a statement of its own that begins after {@code gone}. */
    static PersonalColumn by(Whose whose, String table, List<String> columns, String statement) {
        return new PersonalColumn(table, columns, whose, GONE + statement);
    }
}
