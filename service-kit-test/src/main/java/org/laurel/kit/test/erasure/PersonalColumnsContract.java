package org.laurel.kit.test.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;

/**
 * Every column that could hold personal data is either erased when its learner is retired or known to be harmless, so that a
 * new column cannot be forgotten. A service extends this as a {@code @QuarkusTest}.
 */
public abstract class PersonalColumnsContract {

    /** The kit erases its own tables. */
    private static final String KIT =
            "^(inbox(_.*)?|flow_entry(_.*)?|outbox|key_lock|parked_event|job|job_schedule|idempotency_key|flyway_schema_history"
                    + "|(brake|consumer)(_history)?|retired_person(_word)?|known_actor|mail|setting_revision)$";

    private final Set<String> erased;
    private final Set<String> harmlessNames;
    private final Set<String> harmless = new TreeSet<>();

    /**
     * What the service says of its columns.
     *
     * @param erased {@code table.column} of what is erased; columns that hold no words are ignored
     * @param harmlessNames names of columns that are harmless in every table: ids, keys, codes
     * @param harmless the other harmless ones, by table
     */
    protected PersonalColumnsContract(
            Collection<String> erased, Set<String> harmlessNames, Map<String, Set<String>> harmless) {
        this.erased = new TreeSet<>(erased);
        this.harmlessNames = harmlessNames;
        harmless.forEach((table, columns) -> columns.forEach(column -> this.harmless.add(table + "." + column)));
    }

    @Test
    void everyColumnIsErasedOrHarmless() {
        // When
        Set<String> unlisted = columns(true).stream()
                .filter(column -> !harmlessNames.contains(column.substring(column.indexOf('.') + 1)))
                .filter(column -> !erased.contains(column) && !harmless.contains(column))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(unlisted)
                .as("columns that are neither erased nor listed as harmless")
                .isEmpty();
    }

    @Test
    void everyListedColumnExists() {
        // When
        Set<String> existing = columns(false);

        // Then
        assertThat(existing).containsAll(erased).containsAll(harmless);
    }

    private static Set<String> columns(boolean ofWords) {
        String types =
                ofWords ? "('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'xml')" : "(c.data_type)";
        return Database.current().query("""
                        select c.table_name || '.' || c.column_name as name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and c.data_type in %s and c.table_name !~ ?
                        """.formatted(types), KIT).stream()
                .map(row -> String.valueOf(row.get("name")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
