package org.laurel.kit.reconcile;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the states of one kind are found, in SQL. The table is {@code t}.
 *
 * @param table the table
 * @param keys the columns that a unique index begins with and that tell one state from all others, in its order
 * @param holds a condition on {@code t} that all of them meet, {@code true} without one
 * @param ofLearners a condition on {@code t} with one parameter, an array of learner ids; null when no learner selects them
 * @param ofRun a condition on {@code t} with one parameter, a course key; null when no course run selects them
 * @param changed a condition with two parameters, the first and the last moment: whether the state with the keys of {@code t}
 *     was changed between them
 */
public record Listing(
        String table,
        List<Key> keys,
        String holds,
        @Nullable String ofLearners,
        @Nullable String ofRun,
        String changed) {

    /** Of learners who are retired nothing is told. */
    public static final String NOT_RETIRED =
            "not exists (select from retired_person gone where gone.learner_id = t.learner_id)";

    /** The usual condition for tables about learners. */
    public static final String LEARNERS = "t.learner_id = any(?)";

    /** The usual condition for tables about course runs. */
    public static final String RUN = "t.course_key = ?";

    public Listing {
        keys = List.copyOf(keys);
    }

    /** A column of the key, and its type. */
    public record Key(String column, String type) {

        /** One of texts. */
        public static Key text(String column) {
            return new Key(column, "text");
        }
    }

    /** Whether the table's history has a version of these columns from between the times. */
    public static String history(String table, String... columns) {
        return "exists (select from " + table + "_history h where "
                + List.of(columns).stream()
                        .map(column -> "h." + column + " = t." + column)
                        .collect(Collectors.joining(" and "))
                + " and h.history_at between ? and ?)";
    }

    String columns() {
        return keys.stream().map(Key::column).collect(Collectors.joining(", "));
    }

    String texts() {
        return keys.stream().map(key -> "t." + key.column() + "::text").collect(Collectors.joining(", "));
    }

    String parameters() {
        return keys.stream().map(key -> "?::" + key.type()).collect(Collectors.joining(", "));
    }
}
