package org.laurel.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.headers;
import static org.laurel.sample.Sample.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.kit.domain.FactOrder;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.RepositoryRoot;
import org.laurel.sample.tally.kafka.TallyAdded;
import org.laurel.sample.tally.kafka.TallyTypes;

class EventReaderTest {

    private static final Path INVALID = Path.of("shared-events/src/test/resources/invalid");

    private final EventReader reader = new EventReader();

    @Test
    void readsEveryAttributeOfBinaryMode() {
        // Given
        PlatformEvent sent = added("7", 5)
                .withTime(Instant.parse("2026-01-02T03:04:05Z"))
                .withSequence(9)
                .withHeaders(Map.of("ce_correlationid", "c", "ce_origin", "openedx", "ce_unheardof", "x"));

        // When
        Event<TallyAdded> event = read(record(sent));

        // Then
        assertThat(event.id()).isEqualTo(sent.id());
        assertThat(event.source()).hasToString("/platform");
        assertThat(event.time()).isEqualTo(sent.time());
        assertThat(event.sequence()).isEqualTo(9);
        assertThat(event.correlationId()).isEqualTo("c");
        assertThat(event.origin()).isEqualTo("openedx");
        assertThat(event.body().amount()).isEqualTo(5);
        assertThat(event.cause().by()).isEqualTo("/platform");
        assertThat(event.cause().id()).isEqualTo(sent.id());
        assertThat(event.order(3)).isEqualTo(new FactOrder(event.body().occurredAt(), 9, 3, "/platform", sent.id()));
    }

    @Test
    void whatIsOptionalHasADefault() {
        // Given
        Map<String, String> headers = headers(added("7", 5));
        headers.remove("ce_time");
        headers.remove("content-type");
        headers.remove("ce_specversion");
        RawRecord record = record("7", added("7", 5).json(), headers);

        // When
        Event<TallyAdded> event = read(record);

        // Then
        assertThat(event.time()).isEqualTo(record.timestamp());
        assertThat(event.sequence()).isNull();
        assertThat(event.correlationId()).isEqualTo(event.id());
        assertThat(event.origin()).isNull();
        assertThat(event.order(0).sequence()).isEqualTo(FactOrder.NO_SEQUENCE);
    }

    @Test
    void readsEveryAttributeOfStructuredMode() {
        // Given
        String document = """
                {"specversion": "1.0", "id": "i", "source": "/s", "type": "t", "time": "2026-01-02T03:04:05+01:00",
                 "sequence": "4", "correlationid": "c", "origin": "o", "data": %s}
                """.formatted(added("7", 5).json());
        RawRecord record = record("7", document, Map.of("content-type", "application/cloudevents+json"));

        // When
        Event<TallyAdded> event = read(record);

        // Then
        assertThat(event.id()).isEqualTo("i");
        assertThat(event.source()).hasToString("/s");
        assertThat(event.time()).isEqualTo(Instant.parse("2026-01-02T02:04:05Z"));
        assertThat(event.sequence()).isEqualTo(4);
        assertThat(event.correlationId()).isEqualTo("c");
        assertThat(event.origin()).isEqualTo("o");
        assertThat(event.body().amount()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, '0.3', unknown_specversion",
        "ce_id, '', no_id",
        "ce_source, '', no_source",
        "ce_source, 'a b', bad_source",
        "ce_time, 'soon', bad_time",
        "ce_time, '2026-01-02T03:04:05', bad_time",
        "ce_sequence, 'first', bad_sequence",
        "ce_sequence, '99999999999999999999', bad_sequence"
    })
    void aHeaderThatIsWrongIsNamed(String header, String value, String code) {
        // Given
        RawRecord record = record(added("7", 5).withHeaders(Map.of(header, value)));

        // When
        UnprocessableEvent refused = catchThrowableOfType(UnprocessableEvent.class, () -> read(record));

        // Then
        assertThat(refused.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|no_data",
                "null|no_data",
                "{}|no_data",
                "{\"data\": {}}|no_id",
                "{\"id\": \"i\", \"source\": \"/s\", \"data\": null}|bad_json",
                "{\"id\": \"i\", \"source\": \"/s\", \"data\": []}|bad_json",
                "{\"id\": |bad_json"
            })
    void aStructuredDocumentThatIsWrongIsNamed(String document, String code) {
        // Given
        RawRecord record = record("7", document, Map.of("content-type", "application/cloudevents+json"));

        // When
        UnprocessableEvent refused = catchThrowableOfType(UnprocessableEvent.class, () -> read(record));

        // Then
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void aClockMayBeFiveMinutesAhead() {
        // Given
        PlatformEvent sent = added("7", 5);
        RawRecord record = record(sent);
        EventReader.Attributes attributes = reader.attributes(record);
        Instant occurredAt = read(record).body().occurredAt();

        // When
        Event<TallyAdded> tolerated = reader.read(record, attributes, TallyTypes.ADDED, occurredAt.minusSeconds(300));

        // Then
        assertThat(tolerated.time()).isEqualTo(sent.time());
        assertThatThrownBy(() -> reader.read(record, attributes, TallyTypes.ADDED, occurredAt.minusSeconds(301)))
                .hasMessageContaining("future");
    }

    static Stream<Path> contractBreaches() throws IOException {
        try (Stream<Path> files = Files.walk(RepositoryRoot.find().resolve(INVALID))) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("contractBreaches")
    void aBodyThatBreaksItsContractIsRefused(Path file) throws IOException {
        // Given
        EventType<?> type = EventCatalogue.find(
                        file.getName(file.getNameCount() - 2).toString())
                .orElseThrow();
        RawRecord record = record("7", Files.readString(file), headers(added("7", 1)));

        // When
        UnprocessableEvent refused = catchThrowableOfType(
                UnprocessableEvent.class, () -> reader.read(record, reader.attributes(record), type, Instant.now()));

        // Then
        assertThat(List.of("bad_body", "bad_json")).contains(refused.code());
    }

    private Event<TallyAdded> read(RawRecord record) {
        return reader.read(record, reader.attributes(record), TallyTypes.ADDED, Instant.now());
    }
}
