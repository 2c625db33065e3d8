package org.laurel.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private Database database;

    @BeforeEach
    void createTables() {
        new LaurelInfrastructure().start();
        database = Database.current();
        database.execute("create table outbox (id int, note text)");
    }

    @Test
    void readsRowsByParameters() {
        // Given
        database.execute("insert into outbox values (1, 'a'), (2, null)");

        // When
        var rows = database.query("select id, note from outbox where id > ?", 1);

        // Then
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).containsEntry("id", 2).containsEntry("note", null);
    }

    @Test
    void waitsUntilTheOutboxIsEmpty() {
        // Given
        database.execute("insert into outbox values (1, 'a')");
        assertThat(database.outboxIsEmpty()).isFalse();

        // When
        CompletableFuture<Integer> relay = CompletableFuture.supplyAsync(() -> database.execute("delete from outbox"));
        database.awaitEmptyOutbox();

        // Then
        assertThat(database.outboxIsEmpty()).isTrue();
        assertThat(relay.join()).isEqualTo(1);
    }

    @Test
    void refusesAValueThatIsNotOne() {
        assertThatIllegalStateException().isThrownBy(() -> database.value("select id from outbox"));
    }

    @Test
    void refusesTableNamesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> database.count("outbox; drop table outbox"));
    }

    @Test
    void reachesAnyDatabase() {
        // Given
        Map<String, String> config = new LaurelInfrastructure().start();

        // When
        Database other = Database.at(
                config.getOrDefault("laurel.db.url", ""),
                config.getOrDefault("laurel.db.user", ""),
                config.getOrDefault("laurel.db.password", ""));

        // Then
        assertThat(other.value("select current_user")).isEqualTo("laurel");
    }
}
