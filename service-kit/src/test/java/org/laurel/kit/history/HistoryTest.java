package org.laurel.kit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.sample.KitDatabase;

/** What {@code laurel_audit} writes. */
class HistoryTest {

    private static Database database;

    @BeforeAll
    static void create() {
        database = KitDatabase.fresh().database();
    }

    @BeforeEach
    void prepare() {
        database.execute("drop table if exists thing, thing_history");
        database.execute(
                "create table thing (id text primary key, amount numeric(6, 2), \"Odd name\" text, changed_by text)");
        database.execute("call laurel_audit('thing')");
    }

    @Test
    void manyRowsInOneStatementEachLeaveAVersion() {
        // Given
        database.execute("insert into thing select n::text, n, 'odd', 'ann' from generate_series(1, 1000) n");
        database.execute("update thing set amount = amount + 0.5, changed_by = 'bob' where id::int <= 500");

        // When
        database.execute("delete from thing where id::int <= 10");

        // Then
        assertThat(database.query("select history_operation, count(*) as n from thing_history group by 1 order by 1"))
                .containsExactlyInAnyOrder(
                        Map.of("history_operation", "+", "n", 1000L),
                        Map.of("history_operation", "~", "n", 500L),
                        Map.of("history_operation", "-", "n", 10L));
        assertThat(versions("7"))
                .extracting(row -> row.get("history_operation") + " " + row.get("amount") + " " + row.get("changed_by")
                        + " " + row.get("Odd name"))
                .containsExactly("+ 7.00 ann odd", "~ 7.50 bob odd", "- 7.50 bob odd");
    }

    @Test
    void anUpsertLeavesOneVersionPerRow() {
        // Given
        database.execute("insert into thing (id, amount) values ('a', 1)");

        // When
        database.execute(
                "insert into thing (id, amount) values ('a', 2), ('b', 3) on conflict (id) do update set amount = excluded.amount");

        // Then
        assertThat(versions("a"))
                .extracting(row -> row.get("history_operation"))
                .containsExactly("+", "~");
        assertThat(versions("b"))
                .extracting(row -> row.get("history_operation"))
                .containsExactly("+");
    }

    @Test
    void aStatementThatTouchesNothingLeavesNothing() {
        // Given
        String nobody = "nobody";

        // When
        database.execute("update thing set amount = 1 where id = ?", nobody);

        // Then
        assertThat(database.count("thing_history")).isZero();
    }

    @Test
    void aNewColumnIsKeptOnceTheTableIsAuditedAgain() {
        // Given
        database.execute("insert into thing (id) values ('old')");
        database.execute("alter table thing add column reason text");

        // When
        database.execute("call laurel_audit('thing')");

        // Then
        database.execute("insert into thing (id, reason) values ('new', 'because')");
        assertThat(versions("old").getFirst()).containsEntry("reason", null);
        assertThat(versions("new"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("reason", "because").containsEntry("history_operation", "+"));
    }

    @Test
    void aDroppedColumnKeepsItsHistory() {
        // Given
        database.execute("insert into thing (id, changed_by) values ('a', 'ann')");
        database.execute("alter table thing drop column changed_by");

        // When
        database.execute("call laurel_audit('thing')");

        // Then
        database.execute("update thing set amount = 1");
        assertThat(versions("a")).extracting(row -> row.get("changed_by")).containsExactly("ann", null);
    }

    @Test
    void aWidenedColumnIsWidenedInTheHistoryToo() {
        // Given
        database.execute("alter table thing alter column amount type numeric(12, 4)");

        // When
        database.execute("call laurel_audit('thing')");

        // Then
        database.execute("insert into thing (id, amount) values ('a', 1234567.1234)");
        assertThat(versions("a"))
                .extracting(row -> String.valueOf(row.get("amount")))
                .containsExactly("1234567.1234");
    }

    private static List<Map<String, @Nullable Object>> versions(String id) {
        return database.query("select * from thing_history where id = ? order by history_id", id);
    }
}
