package org.laurel.programs.retirement.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

/** Every learner may ask for what is held, and whoever leaves is blanked: neither may read the rows of all others. */
@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class LearnerIndexTest {

    @Test
    void findsALearnersRowsByAnIndexInEveryTable() {
        // When
        var without = Database.current().query("""
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema = current_schema() and c.column_name = 'learner_id'
                  and not exists (select from pg_index i
                                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                                  where i.indrelid = format('%I', c.table_name)::regclass
                                    and a.attname = 'learner_id' and i.indpred is null)
                """);

        // Then
        assertThat(without)
                .extracting(row -> row.get("table_name"))
                .as("whom a repair is about is read by repair, and goes with it")
                .containsExactly("repair_learner");
    }
}
