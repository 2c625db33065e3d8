package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.parked;
import static org.laurel.sample.Sample.patiently;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.events.CloudEventHeaders;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.ReceivedEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** From Kafka to the database and back. */
@KitTest
class EventConsumptionTest {

    private static final String OUT = "laurel.completions";

    @Inject
    MeterRegistry metrics;

    private KafkaProbe kafka;

    @BeforeEach
    void open() {
        kafka = KafkaProbe.fromNow("laurel.grades", OUT);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void aRepeatedDeliveryHasOneEffect() {
        // Given
        String learner = learner();
        PlatformEvent once = added(learner, 5);

        // When
        kafka.sendAll(List.of(once, once, added(learner, 1), once, added(learner, 1)));

        // Then
        awaitTotal(learner, 7);
        assertThat(published(learner, 3))
                .extracting(event -> event.body().path("total").asLong())
                .containsExactly(5L, 6L, 7L);
        assertThat(database().value("select count(*) from inbox where event_id = ?", once.id()))
                .isEqualTo("1");
    }

    @Test
    void theSameFactUnderTwoIdsCountsOnce() {
        // Given
        String learner = learner();
        PlatformEvent first = added(learner, "fact-of-" + learner, 5);

        // When
        kafka.sendAll(List.of(first, first.withId("other-" + first.id()), added(learner, 1)));

        // Then
        awaitTotal(learner, 6);
        assertThat(published(learner, 2)).hasSize(2);
    }

    @Test
    void anotherBodyUnderAUsedIdIsParked() {
        // Given
        String learner = learner();
        PlatformEvent first = added(learner, 5);

        // When
        kafka.sendAll(List.of(first, added(learner, 100).withId(first.id()), added(learner, 1)));

        // Then
        awaitTotal(learner, 6);
        patiently().until(() -> parked(learner, "id_reused") == 1);
    }

    @Test
    void theSameIdFromAnotherSourceIsAnotherEvent() {
        // Given
        String learner = learner();
        PlatformEvent first = added(learner, 5);

        // When
        kafka.sendAll(List.of(first, added(learner, 1).withId(first.id()).withSource("/elsewhere")));

        // Then
        awaitTotal(learner, 6);
    }

    @Test
    void aTypeThatNobodyWantsIsCountedAndIgnored() {
        // Given
        String learner = learner();
        double before = ignored();

        // When
        kafka.sendAll(List.of(
                PlatformEvent.on("laurel.grades", "org.laurel.test.unheard-of.v1", learner, "not even JSON"),
                added(learner, 1)));

        // Then
        awaitTotal(learner, 1);
        patiently().untilAsserted(() -> assertThat(ignored()).isEqualTo(before + 1));
        assertThat(parked(learner, "bad_json")).isZero();
    }

    @Test
    void structuredModeIsRead() {
        // Given
        String learner = learner();
        PlatformEvent event = added(learner, 5);
        String document = """
                {"specversion": "1.0", "id": "%s", "source": "/platform", "type": "%s", "correlationid": "c-1", "data": %s}
                """.formatted(event.id(), event.type(), event.json());

        // When
        kafka.sendRaw(Sample.toSend(
                learner,
                document,
                Map.of(CloudEventHeaders.CONTENT_TYPE, "Application/CloudEvents+JSON; charset=utf-8")));

        // Then
        awaitTotal(learner, 5);
        assertThat(published(learner, 1).getFirst().headers()).containsEntry(CloudEventHeaders.CORRELATION_ID, "c-1");
    }

    @Test
    void publishesUnderTheKeyInOrderAndNamesTheCause() {
        // Given
        String learner = learner();
        List<PlatformEvent> events =
                Stream.generate(() -> added(learner, 1)).limit(200).toList();

        // When
        kafka.sendAll(events);

        // Then
        List<ReceivedEvent> published = published(learner, 200);
        assertThat(published)
                .extracting(event -> event.body().path("version").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(published)
                .extracting(event -> event.headers().get(CloudEventHeaders.CAUSATION_ID))
                .containsExactlyElementsOf(
                        events.stream().map(PlatformEvent::id).toList());
        assertThat(published.getLast().headers())
                .containsEntry(CloudEventHeaders.SPECVERSION, "1.0")
                .containsEntry(CloudEventHeaders.SOURCE, "/laurel/kit-test")
                .containsEntry(CloudEventHeaders.SEQUENCE, "200")
                .containsEntry(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON)
                .containsKeys(CloudEventHeaders.ID, CloudEventHeaders.TIME);
    }

    private List<ReceivedEvent> published(String learner, int count) {
        return kafka.awaitEvents(OUT, count, event -> learner.equals(event.key()));
    }

    private double ignored() {
        return metrics.counter("laurel.events.consumed", "outcome", "ignored").count();
    }
}
