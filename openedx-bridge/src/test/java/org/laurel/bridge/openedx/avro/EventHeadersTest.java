package org.laurel.bridge.openedx.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.event.UnprocessableEvent;

class EventHeadersTest {

    private static final UUID ID = UUID.fromString("0f1e2d3c-0000-11ef-8000-0242ac120002");

    private static final EventHeaders HEADERS = new EventHeaders(
            OpenEdxEvents.CERTIFICATE_CREATED.type(),
            ID,
            EventHeaders.source("laurel"),
            Instant.parse("2026-02-03T04:05:06.789Z"),
            "host-1");

    @Test
    void writesExactlyTenInOrder() {
        assertThat(HEADERS.written())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("content-type", "application/avro"),
                        Map.entry("ce_datacontenttype", "application/avro"),
                        Map.entry("ce_type", "org.openedx.learning.certificate.created.v1"),
                        Map.entry("ce_id", "0f1e2d3c-0000-11ef-8000-0242ac120002"),
                        Map.entry("ce_source", "openedx/laurel/web"),
                        Map.entry("ce_time", "2026-02-03T04:05:06.789000+00:00"),
                        Map.entry("ce_minorversion", "0"),
                        Map.entry("sourcehost", "host-1"),
                        Map.entry("sourcelib", "11.2.0"));
    }

    @Test
    void readsWhatItWrites() {
        assertThat(EventHeaders.read(new Received(HEADERS.written(), Set.of()))).isEqualTo(HEADERS);
    }

    @Test
    void doesWithoutTheOptionalOnes() {
        // Given
        Map<String, String> sparse = Map.of("ce_type", "a.type", "ce_id", ID.toString());

        // When
        EventHeaders read = EventHeaders.read(new Received(sparse, Set.of()));

        // Then
        assertThat(read).isEqualTo(new EventHeaders("a.type", ID, "openedx/SERVICE_NAME_UNSET/web", null, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "ce_id", "ce_source", "ce_time", "ce_minorversion", "sourcehost", "sourcelib"})
    void refusesRepeatedOnes(String name) {
        assertRefused("repeated_header", new Received(HEADERS.written(), Set.of(name)));
    }

    @Test
    void doesNotMindRepetitionOfWhatNobodyReads() {
        assertThat(EventHeaders.read(new Received(HEADERS.written(), Set.of("ce_specversion", "traceparent"))))
                .isEqualTo(HEADERS);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_type, '', no_type",
        "ce_id, '', no_id",
        "ce_id, 17, bad_id",
        "ce_id, 1-1-1-1-1, bad_id",
        "ce_time, yesterday, bad_time",
        "ce_minorversion, one, bad_minorversion",
        "sourcelib, 11.2.0-SNAPSHOT, bad_sourcelib",
        "sourcelib, 11..2, bad_sourcelib",
    })
    void refusesWhatCannotBeUnderstood(String name, String value, String code) {
        // Given
        Map<String, String> headers = new LinkedHashMap<>(HEADERS.written());
        headers.put(name, value);

        // Then
        assertRefused(code, new Received(headers, Set.of()));
    }

    @Test
    void tellsTheTypeWhateverTheOtherHeadersAre() {
        // Given
        Map<String, String> headers = new LinkedHashMap<>(HEADERS.written());
        headers.putAll(Map.of("ce_id", "17", "ce_time", "yesterday", "sourcelib", "11.2.0rc1"));

        // When
        String type = EventHeaders.type(new Received(headers, Set.of("ce_id", "ce_time")));

        // Then
        assertThat(type).isEqualTo(HEADERS.type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0F1E2D3C-0000-11EF-8000-0242AC120002",
                "0f1e2d3c000011ef80000242ac120002",
                "{0f1e2d3c-0000-11ef-8000-0242ac120002}",
                "urn:uuid:0f1e2d3c-0000-11ef-8000-0242ac120002"
            })
    void takesEveryFormOfUuid(String text) {
        assertThat(EventHeaders.read(new Received(Map.of("ce_type", "a.type", "ce_id", text), Set.of()))
                        .id())
                .isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-03T04:05:06Z", "2026-02-03T04:05:06.000000000Z", "2026-02-03T04:05:06"})
    void takesTimesOfOtherProducers(String time) {
        // Given
        Map<String, String> headers = new LinkedHashMap<>(HEADERS.written());
        headers.put("ce_time", time);

        // When
        EventHeaders read = EventHeaders.read(new Received(headers, Set.of()));

        // Then
        assertThat(read.time()).isEqualTo("2026-02-03T04:05:06Z");
    }

    private static void assertRefused(String code, Received headers) {
        assertThatExceptionOfType(UnprocessableEvent.class)
                .isThrownBy(() -> EventHeaders.read(headers))
                .extracting(UnprocessableEvent::code)
                .isEqualTo(code);
    }

    private record Received(Map<String, String> values, Set<String> repeated) implements EventHeaders.HeaderValues {

        @Override
        public @Nullable String value(String name) {
            return values.get(name);
        }

        @Override
        public boolean repeats(String name) {
            return repeated.contains(name);
        }
    }
}
