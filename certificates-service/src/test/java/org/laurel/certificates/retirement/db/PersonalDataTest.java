package org.laurel.certificates.retirement.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** Every column that could hold personal data is either erased or known to be harmless. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class PersonalDataTest {

    /** The kit erases its own tables. */
    private static final String KIT =
            "^(inbox(_.*)?|outbox|key_lock|parked_event|job|job_schedule|idempotency_key|flyway_schema_history"
                    + "|(brake|consumer)(_history)?)$";

    @Test
    void everyColumnIsErasedOrHarmless() {
        // Given
        Set<String> listed = erased();
        HarmlessData.COLUMNS.forEach((table, columns) -> columns.forEach(column -> listed.add(table + "." + column)));

        // When
        Set<String> unlisted = columns().stream()
                .filter(column -> !HarmlessData.NAMES.contains(column.substring(column.indexOf('.') + 1)))
                .filter(column -> !listed.contains(column))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(unlisted)
                .as("columns that stand neither in PersonalData nor in HarmlessData")
                .isEmpty();
    }

    @Test
    void everyListedColumnExists() {
        // Given
        Set<String> existing = columns();

        // When
        Set<String> listed = erased();
        HarmlessData.COLUMNS.forEach((table, columns) -> columns.forEach(column -> listed.add(table + "." + column)));

        // Then
        assertThat(existing).containsAll(listed);
    }

    private static Set<String> erased() {
        return PersonalData.ALL.stream()
                .flatMap(entry -> entry.columns().stream().map(column -> entry.table() + "." + column))
                .filter(column -> !column.equals("learner.is_active"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Columns that can hold words. */
    private static Set<String> columns() {
        return Database.current().query("""
                        select c.table_name || '.' || c.column_name as name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'xml')
                          and c.table_name !~ ?
                        """, KIT).stream()
                .map(row -> String.valueOf(row.get("name")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
