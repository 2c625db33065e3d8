package org.laurel.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** A record that can never be handled, between good ones of the same partition. */
@KitTest
class PoisonRecordTest {

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("bad_json", "not JSON", (Spoiling) Spoilt::notJson),
                Arguments.of("bad_json", "JSON with something after it", (Spoiling) Spoilt::trailing),
                Arguments.of("bad_json", "a text where a number belongs", (Spoiling) Spoilt::textForNumber),
                Arguments.of("no_value", "no value", (Spoiling) Spoilt::noValue),
                Arguments.of("no_id", "no ce_id", (Spoiling) Spoilt::noId),
                Arguments.of("no_type", "no ce_type", (Spoiling) Spoilt::noType),
                Arguments.of("bad_source", "a source that is no URI", (Spoiling) Spoilt::badSource),
                Arguments.of("bad_time", "a time that is none", (Spoiling) Spoilt::badTime),
                Arguments.of("unknown_version", "another major version", (Spoiling) Spoilt::version),
                Arguments.of("clock_ahead", "a fact of the future", (Spoiling) Spoilt::future),
                Arguments.of("wrong_key", "another learner's body", (Spoiling) Spoilt::otherBody),
                Arguments.of("bad_body", "an amount outside the contract", (Spoiling) Spoilt::negative),
                Arguments.of("failed", "a total that the database refuses at commit", (Spoiling) Spoilt::refusedTotal),
                Arguments.of("failed", "text that the database cannot hold", (Spoiling) Spoilt::nul),
                Arguments.of("bad_json", "headers that the database cannot hold", (Spoiling) Spoilt::nulHeaders));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("poison")
    void itsNeighboursAreHandledAndItIsParked(String code, String what, Spoiling spoiling) {
        // Given
        String learner = learner();
        PlatformEvent good = added(learner, 1);
        ProducerRecord<byte[], byte[]> bad = spoiling.of(learner, Sample.headers(added(learner, 1)));

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.send(good);
            kafka.sendRaw(bad);
            kafka.send(added(learner, 1));
        }

        // Then
        awaitTotal(learner, 2);
        patiently()
                .untilAsserted(() -> assertThat(database().query("""
                                select code, topic, partition >= 0 as placed, record_offset >= 0 as counted, detail <> '' as told,
                                       status, headers ->> 'content-type' as content_type, value is null as empty
                                from parked_event where record_key = ?
                                """, bad.key()))
                        .singleElement()
                        .isEqualTo(Map.of(
                                "code",
                                code,
                                "topic",
                                "laurel.grades",
                                "placed",
                                true,
                                "counted",
                                true,
                                "told",
                                true,
                                "status",
                                "parked",
                                "content_type",
                                "application/json",
                                "empty",
                                bad.value() == null)));
    }

    /** Makes a record of the learner's that cannot be handled. */
    @FunctionalInterface
    interface Spoiling {
        ProducerRecord<byte[], byte[]> of(String learner, Map<String, String> headers);
    }

    private static final class Spoilt {

        private Spoilt() {}

        static ProducerRecord<byte[], byte[]> notJson(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, "{\"learner_id\":", headers);
        }

        static ProducerRecord<byte[], byte[]> trailing(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added(learner, 1).json() + "{}", headers);
        }

        static ProducerRecord<byte[], byte[]> textForNumber(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added(learner, 1).json().replace(": 1,", ": \"1\","), headers);
        }

        static ProducerRecord<byte[], byte[]> noValue(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, null, headers);
        }

        static ProducerRecord<byte[], byte[]> noId(String learner, Map<String, String> headers) {
            headers.remove("ce_id");
            return good(learner, headers);
        }

        static ProducerRecord<byte[], byte[]> noType(String learner, Map<String, String> headers) {
            headers.remove("ce_type");
            return good(learner, headers);
        }

        static ProducerRecord<byte[], byte[]> badSource(String learner, Map<String, String> headers) {
            headers.put("ce_source", "no URI at all");
            return good(learner, headers);
        }

        static ProducerRecord<byte[], byte[]> badTime(String learner, Map<String, String> headers) {
            headers.put("ce_time", "yesterday");
            return good(learner, headers);
        }

        static ProducerRecord<byte[], byte[]> version(String learner, Map<String, String> headers) {
            headers.computeIfPresent("ce_type", (name, type) -> type.replace(".v1", ".v2"));
            return good(learner, headers);
        }

        static ProducerRecord<byte[], byte[]> future(String learner, Map<String, String> headers) {
            String json = """
                    {"learner_id": "%s", "fact_key": "f", "amount": 1, "occurred_at": "%s"}
                    """.formatted(learner, Instant.now().plusSeconds(3600));
            return Sample.toSend(learner, json, headers);
        }

        static ProducerRecord<byte[], byte[]> otherBody(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added("somebody-else", 1).json(), headers);
        }

        static ProducerRecord<byte[], byte[]> negative(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added(learner, -1).json(), headers);
        }

        static ProducerRecord<byte[], byte[]> refusedTotal(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added(learner, 1000).json(), headers);
        }

        static ProducerRecord<byte[], byte[]> nul(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added(learner, "fact\\u0000", 1).json(), headers);
        }

        static ProducerRecord<byte[], byte[]> nulHeaders(String learner, Map<String, String> headers) {
            headers.put("x-nul", "a\0b");
            headers.put("x-escaped", "a\\u0000b");
            return notJson(learner, headers);
        }

        private static ProducerRecord<byte[], byte[]> good(String learner, Map<String, String> headers) {
            return Sample.toSend(learner, added(learner, 1).json(), headers);
        }
    }
}
