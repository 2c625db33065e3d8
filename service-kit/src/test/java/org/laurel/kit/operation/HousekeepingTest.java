package org.laurel.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.database;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.sample.KitTest;

/** What is done and 28 days old goes; what an operator has yet to decide on stays. */
@KitTest
class HousekeepingTest {

    @Inject
    Housekeeping housekeeping;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void parkedEventsGoFourWeeksAfterTheyWereResolved() {
        // Given
        park(1, "discarded", 29);
        park(2, "replayed", 27);
        park(3, "parked", null);

        // When
        housekeeping.sweep();

        // Then
        assertThat(database().query("select record_offset from parked_event where topic = ? order by 1", mark))
                .extracting(row -> row.get("record_offset"))
                .isEqualTo(List.of(2L, 3L));
    }

    @Test
    void jobsGoFourWeeksAfterTheyWereDone() {
        // Given
        job("old", "done", 29);
        job("young", "done", 27);
        job("broken", "failed", 29);

        // When
        housekeeping.sweep();

        // Then
        assertThat(database().query("select kind from job where subject = ? order by id", mark))
                .extracting(row -> row.get("kind"))
                .isEqualTo(List.of("young", "broken"));
    }

    private void park(int offset, String status, @Nullable Integer daysAgo) {
        database().execute("""
                insert into parked_event (consumer, topic, partition, record_offset, recorded_at, headers, code, detail, status,
                                          resolved_at)
                values ('kit-test', ?, 0, ?, now() - interval '60 days', '{}', 'failed', '', ?,
                        now() - interval '1 day' * ?::integer)
                """, mark, offset, status, daysAgo);
    }

    private void job(String kind, String state, int daysAgo) {
        database().execute("""
                insert into job (kind, subject, state, created_by, changed_at)
                values (?, ?, ?, 'test', now() - interval '1 day' * ?)
                """, kind, mark, state, daysAgo);
    }
}
