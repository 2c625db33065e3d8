package org.laurel.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.sample.tally.kafka.TallyAdded;
import org.laurel.sample.tally.kafka.TallyTypes;

class StructuredModeTest {

    private static final String BODY = added("7", 5).json();
    private static final String TYPE = "application/cloudevents+json";

    private final EventReader reader = new EventReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                TYPE,
                "application/cloudevents+json; charset=UTF-8",
                "Application/CloudEvents+JSON ;charset=\"utf-8\"; x=y"
            })
    void isToldByItsContentTypeHoweverThatIsWritten(String contentType) {
        // Given
        RawRecord record = record("7", document(""), Map.of("content-type", contentType));

        // When
        Event<TallyAdded> event = read(record);

        // Then
        assertThat(event.id()).isEqualTo("i");
        assertThat(event.body().amount()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-other", "content-type", "traceparent"})
    void isFoundInARecordWhoseHeadersTellNothing(String header) {
        // Given
        RawRecord record = record("7", document(""), Map.of(header, "application/json"));

        // When
        Event<TallyAdded> event = read(record);

        // Then
        assertThat(event.source()).hasToString("/s");
        assertThat(event.body().amount()).isEqualTo(5);
    }

    @Test
    void takesDataInBase64() {
        // Given
        String encoded = Base64.getEncoder().encodeToString(BODY.getBytes(StandardCharsets.UTF_8));
        String document = """
                {"specversion": "1.0", "id": "i", "source": "/s", "type": "t", "datacontenttype": "application/json",
                 "data_base64": "%s"}
                """.formatted(encoded);

        // When
        Event<TallyAdded> event = read(record("7", document, Map.of()));

        // Then
        assertThat(event.body().amount()).isEqualTo(5);
    }

    @Test
    void takesExtensionAttributesThatAreNumbersOrTruthValuesAndIgnoresUnknownOnes() {
        // Given
        String more = "\"sequence\": 4, \"correlationid\": 17, \"origin\": true, \"subject\": null,"
                + " \"traceparent\": \"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\", \"unheardof\": [1],";

        // When
        Event<TallyAdded> event = read(record("7", document(more), Map.of()));

        // Then
        assertThat(event.sequence()).isEqualTo(4);
        assertThat(event.correlationId()).isEqualTo("17");
        assertThat(event.origin()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=utf-8", "application/vnd.laurel+json"})
    void takesDataThatSaysItIsJson(String type) {
        // Given
        String more = "\"datacontenttype\": \"" + type + "\",";

        // When
        Event<TallyAdded> event = read(record("7", document(more), Map.of("content-type", TYPE)));

        // Then
        assertThat(event.body().amount()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/cloudevents-batch+json | [{"specversion": "1.0"}]                       | batch
            application/cloudevents+avro       | {}                                             | unknown_format
            application/cloudevents            | {}                                             | unknown_format
            application/cloudevents+json       | {"data_base64": "e30=", "data": {}}            | bad_data
            application/cloudevents+json       | {"data_base64": "%"}                           | bad_data
            application/cloudevents+json       | {"data_base64": 7}                             | bad_data
            application/cloudevents+json       | {"data": "x", "datacontenttype": "text/plain"} | bad_datacontenttype
            application/cloudevents+json       | {"data": {}, "id": {}}                         | bad_id
            application/cloudevents+json       | {"data": {}, "id": "i", "source": ["/s"]}      | bad_source
            application/cloudevents+json       | {"data": {}, "specversion": "0.3"}             | unknown_specversion
            application/cloudevents+json       | {"specversion": "1.0", "id": "i"               | bad_json
            """)
    void whatItDoesNotTakeIsNamed(String contentType, String document, String code) {
        // Given
        RawRecord record = record("7", document, Map.of("content-type", contentType));

        // When
        UnprocessableEvent refused = catchThrowableOfType(UnprocessableEvent.class, () -> read(record));

        // Then
        assertThat(refused.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "{}", "[]", "null", "{\"type\": \"t\", \"data\": {}}"})
    void aRecordThatTellsNothingAnywhereHasNoType(String value) {
        // Given
        RawRecord record = record("7", value, Map.of());

        // When
        EventReader.Attributes attributes = reader.attributes(record);

        // Then
        assertThat(attributes.value("type")).isNull();
    }

    @Test
    void aRepeatIsKnownByItsDataWhateverTheDocumentTellsBesides() {
        // Given
        RawRecord first = record("7", document("\"time\": \"2026-01-02T03:04:05Z\","), Map.of());

        // When
        RawRecord again = record("7", document("\"time\": \"2026-01-02T03:04:06Z\","), Map.of());

        // Then
        assertThat(reader.attributes(again).data().bytes())
                .isEqualTo(reader.attributes(first).data().bytes());
    }

    private static String document(String more) {
        return "{\"specversion\": \"1.0\", \"id\": \"i\", \"source\": \"/s\", \"type\": \"t\", " + more + " \"data\": "
                + BODY + "}";
    }

    private Event<TallyAdded> read(RawRecord record) {
        return reader.read(record, reader.attributes(record), TallyTypes.ADDED, Instant.now());
    }
}
