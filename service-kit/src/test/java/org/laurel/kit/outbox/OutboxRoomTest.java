package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.sql.Sql;
import org.laurel.sample.KitDatabase;
import org.laurel.sample.KitTest;
import org.postgresql.ds.PGSimpleDataSource;

/** Repeats wait while more events than a limit wait in the outbox. */
@KitTest
class OutboxRoomTest {

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0, true", "3, 3, false", "4, 3, true"})
    void isWhereNoMoreThanTheLimitWait(int waiting, int limit, boolean full) throws SQLException {
        // Given
        KitDatabase kit = KitDatabase.fresh();
        kit.database().execute("""
                insert into outbox (event_id, topic, record_key, event_type, correlation_id, causation_id, value)
                select gen_random_uuid(), 'laurel.completions', 'k', 't', 'c', 'c', '{}' from generate_series(1, ?)
                """, waiting);

        // When
        OutboxRoom room = new OutboxRoom(sql(kit), limit);

        // Then
        assertThat(room.obstacle().isPresent()).isEqualTo(full);
    }

    @Test
    void aNegativeLimitIsRefused() throws SQLException {
        // Given
        Sql sql = sql(KitDatabase.fresh());

        // When
        var refused = assertThatThrownBy(() -> new OutboxRoom(sql, -1));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("laurel.reconcile.outbox-limit");
    }

    private static Sql sql(KitDatabase kit) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(kit.url());
        source.setUser("laurel");
        source.setPassword("laurel");
        return new Sql(source);
    }
}
