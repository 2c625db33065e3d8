package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** Events of producers that put attributes and data into one document, beside events in binary mode. */
@KitTest
class StructuredConsumptionTest {

    private static final String TYPE = "application/cloudevents+json";

    @Test
    void bothModesHaveTheirEffectOnce() {
        // Given
        String learner = learner();
        String inBase64 = "\"data_base64\": \""
                + Base64.getEncoder().encodeToString(added(learner, 100).json().getBytes(StandardCharsets.UTF_8))
                + "\"";
        String bare = document("bare", data(added(learner, 200)));

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.send(added(learner, 1));
            kafka.sendRaw(
                    Sample.toSend(learner, document("typed", data(added(learner, 10))), Map.of("content-type", TYPE)));
            kafka.sendRaw(Sample.toSend(
                    learner, document("encoded", inBase64), Map.of("content-type", TYPE + "; charset=utf-8")));
            kafka.sendRaw(Sample.toSend(learner, bare, Map.of()));
            kafka.sendRaw(Sample.toSend(learner, bare, Map.of()));
            kafka.send(added(learner, 1));
        }

        // Then
        awaitTotal(learner, 312);
        assertThat(database()
                        .query(
                                "select 1 from parked_event where record_key = ?",
                                learner.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/cloudevents-batch+json | batch
            application/cloudevents+avro       | unknown_format
            application/cloudevents+json       | no_data
            """)
    void whatIsNotTakenIsParkedWithTheReason(String contentType, String code) {
        // Given
        String learner = learner();
        String document = document(learner, "\"payload\": {}");

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendRaw(Sample.toSend(learner, document, Map.of("content-type", contentType)));
            kafka.send(added(learner, 1));
        }

        // Then
        awaitTotal(learner, 1);
        patiently()
                .untilAsserted(() -> assertThat(database()
                                .query(
                                        "select code from parked_event where record_key = ?",
                                        learner.getBytes(StandardCharsets.UTF_8)))
                        .containsExactly(Map.of("code", code)));
    }

    @Test
    void whatIsParkedTellsItsTypeAndHidesNothingInBase64() {
        // Given
        String learner = learner();
        String body = added(learner, 1).json().replace("\"amount\": 1", "\"amount\": \"one\"");
        String inBase64 = "\"sequence\": 7, \"data_base64\": \""
                + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "\"";

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendRaw(Sample.toSend(learner, document("hidden", inBase64), Map.of("content-type", TYPE)));
        }

        // Then
        patiently()
                .untilAsserted(() -> assertThat(database().query("""
                                        select event_type, convert_from(value, 'UTF8') as value,
                                               headers ->> 'ce_source' as source, headers ->> 'ce_sequence' as sequence,
                                               headers ->> 'content-type' as content
                                        from parked_event where record_key = ?
                                        """, learner.getBytes(StandardCharsets.UTF_8)))
                        .containsExactly(Map.of(
                                "event_type",
                                added("x", 1).type(),
                                "value",
                                body,
                                "source",
                                "/structured",
                                "sequence",
                                "7",
                                "content",
                                "application/json")));
    }

    private static String data(PlatformEvent event) {
        return "\"data\": " + event.json();
    }

    private static String document(String id, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/structured", "type": "%s", %s}
                """.formatted(id + "-" + learner(), added("x", 1).type(), data);
    }
}
