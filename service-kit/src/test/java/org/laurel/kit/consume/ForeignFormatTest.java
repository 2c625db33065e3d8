package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.sql.Failures;
import org.laurel.sample.KitTest;
import org.laurel.sample.tally.kafka.TallyWire;

/** Records of another wire take the way of all events. */
@KitTest
class ForeignFormatTest {

    @Inject
    EventBatch batch;

    @Inject
    TallyWire wire;

    @Test
    void aRecordOfAnotherWireIsHandledOnceBesideOurOwn() {
        // Given
        String learner = learner();
        RawRecord foreign = foreign(learner + "|5");

        // When
        batch.handle(List.of(foreign, record(added(learner, 1)), foreign));

        // Then
        batch.handle(List.of(foreign));
        assertThat(total(learner)).isEqualTo(6);
    }

    @Test
    void anotherSendingThatDiffersInWhatTheWireDoesNotCompareIsARepeat() {
        // Given
        String learner = learner();
        String id = UUID.randomUUID().toString();
        batch.handle(List.of(foreign(id, learner + "|5#first")));

        // When
        batch.handle(List.of(foreign(id, learner + "|5#second"), foreign(id, learner + "|6#third")));

        // Then
        assertThat(total(learner)).isEqualTo(5);
        assertThat(codes(id)).containsExactly("id_reused");
    }

    @Test
    void whatCannotBeReadIsParkedAndItsNeighboursFlowOn() {
        // Given
        String learner = learner();
        RawRecord broken = foreign(learner + "|many");

        // When
        batch.handle(List.of(broken, foreign(learner + "|2")));

        // Then
        assertThat(total(learner)).isEqualTo(2);
        assertThat(codes(broken.keyText())).containsExactly("failed");
    }

    @Test
    void whatNobodyWantsMayBeAsLargeAsItLikes() {
        // Given
        String large = "x".repeat(70_000);
        RawRecord unwanted = record(UUID.randomUUID().toString(), large, Map.of("wire-type", "foreign.other"));
        RawRecord wanted = foreign(large);

        // When
        batch.handle(List.of(unwanted, wanted));

        // Then
        assertThat(codes(unwanted.keyText())).isEmpty();
        assertThat(codes(wanted.keyText())).containsExactly("too_large");
    }

    @Test
    void whatItNeedsAndIsAwayHandsTheWholePollBack() {
        // Given
        String learner = learner();
        List<RawRecord> poll = List.of(record(added(learner, 1)), foreign(learner + "|2"));
        wire.away(true);

        // When
        Throwable thrown = catchThrowable(() -> batch.handle(poll));

        // Then
        wire.away(false);
        assertThat(Failures.isTransient(thrown)).isTrue();
        assertThat(total(learner)).isZero();
        batch.handle(poll);
        assertThat(total(learner)).isEqualTo(3);
    }

    @Test
    void aHeaderThatStandsThereTwiceIsNoticedWhenItIsParkedToo() {
        // Given
        String id = UUID.randomUUID().toString();
        RecordHeaders headers = new RecordHeaders();
        headers.add("wire-type", bytes(TallyWire.ADDITION));
        headers.add("Wire-Type", bytes("foreign.other"));
        headers.add("once", bytes("1"));

        // When
        batch.handle(List.of(RawRecord.of(new ConsumerRecord<>(
                "laurel.grades",
                99,
                System.nanoTime(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                bytes(id),
                bytes("x|1"),
                headers,
                Optional.empty()))));

        // Then
        assertThat(codes(id)).containsExactly("repeated_header");
        assertThat(database()
                        .value(
                                "select headers ->> 'Repeated' from parked_event where record_key = convert_to(?,"
                                        + " 'UTF8')",
                                id))
                .isEqualTo("wire-type");
    }

    private static RawRecord foreign(String value) {
        return foreign(UUID.randomUUID().toString(), value);
    }

    private static RawRecord foreign(String id, String value) {
        return record(id, value, Map.of("wire-type", TallyWire.ADDITION));
    }

    private static List<Object> codes(String key) {
        return database().query("select code from parked_event where record_key = convert_to(?, 'UTF8')", key).stream()
                .<Object>map(row -> String.valueOf(row.get("code")))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
