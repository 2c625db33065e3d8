package org.laurel.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaProbeTest {

    private static final String TYPE = "org.laurel.grade.changed.v1";
    private static final String TOPIC = "laurel.grades";

    private final KafkaProbe probe = KafkaProbe.fromNow();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void sendsEventsInBinaryModeOnTheTopicOfTheirType() {
        // Given
        PlatformEvent event = PlatformEvent.of(TYPE, "42", "{\"grade\": 0.70}")
                .withId("event-1")
                .withSource("/lms")
                .withTime(Instant.parse("2026-01-02T03:04:05Z"))
                .withSequence(7)
                .withHeaders(Map.of("ce_origin", "bridge"));

        // When
        probe.send(event);

        // Then
        ReceivedEvent received = probe.awaitEvent(TOPIC, any -> any.id().equals("event-1"));
        assertThat(received.key()).isEqualTo("42");
        assertThat(received.body().path("grade").decimalValue()).isEqualTo("0.70");
        assertThat(received.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "event-1",
                        "ce_source", "/lms",
                        "ce_type", TYPE,
                        "ce_time", "2026-01-02T03:04:05Z",
                        "ce_sequence", "7",
                        "ce_origin", "bridge",
                        "content-type", "application/json"));
    }

    @Test
    void keepsTheOrderOfABatchPerKey() {
        // Given
        List<PlatformEvent> batch = IntStream.range(0, 200)
                .mapToObj(i -> PlatformEvent.of(TYPE, "batch-key", String.valueOf(i)))
                .toList();

        // When
        probe.sendAll(batch);

        // Then
        List<ReceivedEvent> received = probe.awaitEvents(TOPIC, 200, event -> "batch-key".equals(event.key()));
        assertThat(received)
                .extracting(ReceivedEvent::id)
                .containsExactlyElementsOf(batch.stream().map(PlatformEvent::id).toList());
    }

    @Test
    void sendsAnyBytes() {
        // Given
        ProducerRecord<byte[], byte[]> broken = new ProducerRecord<>("laurel.identities", null, new byte[] {'{'});

        // When
        probe.sendRaw(broken);

        // Then
        ReceivedEvent received = probe.awaitEvents("laurel.identities", 1).getFirst();
        assertThat(received.key()).isNull();
        assertThat(received.body().isMissingNode()).isTrue();
    }

    @Test
    void recordsOnlyWhatComesAfterItsStartUnlessAskedForMore() {
        // Given
        String earlier = probe.send("org.laurel.program.changed.v1", "p", "{}");

        // When
        try (KafkaProbe fromBeginning = KafkaProbe.fromBeginning("laurel.programs");
                KafkaProbe fromNow = KafkaProbe.fromNow("laurel.programs")) {
            String later = probe.send("org.laurel.program.changed.v1", "p", "{}");

            // Then
            assertThat(fromNow.awaitEvents("laurel.programs", 1))
                    .extracting(ReceivedEvent::id)
                    .containsExactly(later);
            assertThat(fromBeginning.awaitEvents("laurel.programs", 2))
                    .extracting(ReceivedEvent::id)
                    .containsExactly(earlier, later);
        }
    }

    @Test
    void refusesQuestionsAboutTopicsItDoesNotWatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> probe.received("unknown"));
    }
}
