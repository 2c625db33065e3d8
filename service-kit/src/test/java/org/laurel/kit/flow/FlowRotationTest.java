package org.laurel.kit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.kit.test.Database;
import org.laurel.sample.KitDatabase;

/** Daily partitions of the log of the flow come and go. */
class FlowRotationTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 10);

    private Database database;

    @BeforeEach
    void prepare() {
        database = KitDatabase.fresh().database();
    }

    @Test
    void createsThePartitionsAroundTodayAndDropsThoseThatHaveServed() {
        // Given
        rotate(TODAY);
        log("2031-03-10T23:59:59.999999Z");
        log("2031-03-11T00:00:00Z");
        log("2029-01-01T00:00:00Z");

        // When
        rotate(TODAY.plusDays(29));

        // Then
        assertThat(database.query("select event_id from flow_entry"))
                .extracting(row -> row.get("event_id"))
                .containsExactly("2031-03-11T00:00:00Z");
        assertThat(database.count("flow_entry_20310311")).isEqualTo(1);
    }

    @Test
    void runningAgainChangesNothing() {
        // Given
        rotate(TODAY);
        log("2031-03-10T12:00:00Z");

        // When
        rotate(TODAY);

        // Then
        assertThat(database.count("flow_entry_20310310")).isEqualTo(1);
    }

    private void rotate(LocalDate today) {
        database.query("select flow_rotate(28, ?)", today);
    }

    private void log(String at) {
        database.execute(
                "insert into flow_entry (at, received, event_id, event_type, record_key) values (?::timestamptz, true, ?, 't', 'k')",
                at,
                at);
    }
}
