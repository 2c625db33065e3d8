package org.laurel.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.headers;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.parked;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.consume.EventBatch;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;

/** A producer tries again on another day than the one on which it tried first. */
@KitTest
class InboxMidnightTest {

    private final Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final Instant before = midnight.minusSeconds(1);
    private final Instant after = midnight.plusSeconds(1);

    @Inject
    EventBatch batch;

    private final String learner = learner();

    @ParameterizedTest
    @CsvSource({"-1, 1", "1, -1", "-1, 86399", "-2592001, -2591999"})
    void aRetryOnANeighbouringDayIsARepeat(long firstSecond, long retrySecond) {
        // Given
        PlatformEvent first = added(learner, 5).withTime(midnight.plusSeconds(firstSecond));
        batch.handle(List.of(record(first)));

        // When
        batch.handle(List.of(record(first.withTime(midnight.plusSeconds(retrySecond)))));

        // Then
        assertThat(claims(first)).isEqualTo(1);
        assertThat(parked(learner, "id_reused")).isZero();
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void aRetryAfterMidnightWithoutATimeIsARepeat() {
        // Given
        PlatformEvent event = added(learner, 5);
        batch.handle(List.of(withoutTime(event, before)));

        // When
        batch.handle(List.of(withoutTime(event, after)));

        // Then
        assertThat(claims(event)).isEqualTo(1);
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void aRetryAfterMidnightInTheSameBatchIsARepeat() {
        // Given
        PlatformEvent event = added(learner, 5).withTime(before);

        // When
        batch.handle(List.of(record(event), record(event.withTime(after))));

        // Then
        assertThat(claims(event)).isEqualTo(1);
        assertThat(total(learner)).isEqualTo(5);
    }

    @Test
    void anotherBodyUnderTheSameIdOnTheNextDayIsParked() {
        // Given
        PlatformEvent first = added(learner, 5).withTime(before);
        batch.handle(List.of(record(first)));

        // When
        batch.handle(List.of(record(added(learner, 100).withId(first.id()).withTime(after))));

        // Then
        assertThat(total(learner)).isEqualTo(5);
        assertThat(parked(learner, "id_reused")).isEqualTo(1);
    }

    @Test
    void whatIsPublishedMoreThanADayApartIsLeftToTheBusinessKey() {
        // Given
        PlatformEvent first = added(learner, 5).withTime(before.minus(1, ChronoUnit.DAYS));
        batch.handle(List.of(record(first)));

        // When
        batch.handle(List.of(record(first.withTime(after))));

        // Then
        assertThat(claims(first)).isEqualTo(2);
        assertThat(total(learner)).isEqualTo(5);
    }

    private static RawRecord withoutTime(PlatformEvent event, Instant timestamp) {
        Map<String, String> headers = headers(event);
        headers.remove("ce_time");
        RawRecord sent = record(event.key(), event.json(), headers);
        return new RawRecord(
                sent.topic(), sent.partition(), sent.offset(), timestamp, sent.key(), sent.value(), headers);
    }

    private static long claims(PlatformEvent event) {
        return database()
                .query("select 1 from inbox where event_id = ?", event.id())
                .size();
    }
}
