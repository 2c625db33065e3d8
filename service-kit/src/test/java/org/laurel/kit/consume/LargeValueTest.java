package org.laurel.kit.consume;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.laurel.sample.Sample.added;
import static org.laurel.sample.Sample.awaitTotal;
import static org.laurel.sample.Sample.database;
import static org.laurel.sample.Sample.headers;
import static org.laurel.sample.Sample.learner;
import static org.laurel.sample.Sample.patiently;
import static org.laurel.sample.Sample.record;
import static org.laurel.sample.Sample.total;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.Topic;
import org.laurel.kit.event.ValueLimits;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.KitTest;
import org.laurel.sample.Sample;

/** Values that are larger than their topic takes, between good ones of the same key. */
@KitTest
class LargeValueTest {

    private static final int LARGEST = 64 * 1024;

    @Inject
    ValueLimits limits;

    @Inject
    EventBatch batch;

    @ParameterizedTest
    @EnumSource
    void whatTheContractTellsIsWhatHolds(Topic topic) {
        assertThat(limits.of(topic.topicName())).isEqualTo(topic.largestValue());
    }

    @Test
    void theLargestValueIsHandledAndALargerOneIsParkedWhole() {
        // Given
        String learner = learner();
        ProducerRecord<byte[], byte[]> tooLarge = padded(learner, LARGEST + 1, Map.of());

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendRaw(padded(learner, LARGEST, Map.of()));
            kafka.sendRaw(tooLarge);
            kafka.send(added(learner, 1));
        }

        // Then
        awaitTotal(learner, 2);
        patiently()
                .untilAsserted(() -> assertThat(parked(learner))
                        .singleElement()
                        .satisfies(row -> assertThat(row)
                                .containsEntry("code", "too_large")
                                .containsEntry("value", tooLarge.value())));
    }

    /** Reading it would take many times its size in memory, and the record would come again after each restart. */
    @ParameterizedTest
    @ValueSource(strings = {"", "application/cloudevents+json"})
    void aLargerOneInStructuredModeIsParkedUnread(String contentType) {
        // Given
        String learner = learner();
        String document = document("\"data\": [" + "[],".repeat(LARGEST / 3) + "[]]");

        // When
        batch.handle(List.of(Sample.record(learner, document, contentType(contentType)), record(added(learner, 1))));

        // Then
        assertThat(total(learner)).isEqualTo(1);
        assertThat(parked(learner))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("code", "too_large")
                        .containsEntry("value", document.getBytes(StandardCharsets.UTF_8)));
    }

    /** Retirement would not find whom it names. */
    @Test
    void ofALargerOneInBase64NothingIsKeptButItsLength() {
        // Given
        String learner = learner();
        String document = document("\"data_base64\": \"" + "QUJD".repeat(LARGEST / 4) + "\"");

        // When
        batch.handle(List.of(Sample.record(learner, document, contentType("application/cloudevents+json"))));

        // Then
        assertThat(parked(learner))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("code", "too_large").containsEntry("value", null));
        assertThat(String.valueOf(parked(learner).getFirst().get("detail")))
                .contains(String.valueOf(document.length()));
    }

    @Test
    void aReplayIsRefusedAsLongAsTheLimitStands() {
        // Given
        String learner = learner();
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendRaw(padded(learner, LARGEST + 1, Map.of()));
        }
        patiently().until(() -> parked(learner).size() == 1);

        // When
        var answer = given().auth()
                .oauth2(Tokens.staff())
                .post("/api/tally/ops/parked-events/"
                        + parked(learner).getFirst().get("id") + "/replay")
                .then();

        // Then
        answer.statusCode(422).body("error_code", equalTo("too_large"));
    }

    @Test
    void whatNobodyHereWantsIsIgnoredWhateverItsSize() {
        // Given
        String learner = learner();
        Map<String, String> unknown = Map.of("ce_type", "org.laurel.test.unheard-of.v1");

        // When
        try (KafkaProbe kafka = KafkaProbe.fromNow("laurel.grades")) {
            kafka.sendRaw(padded(learner, LARGEST + 1, unknown));
            kafka.send(added(learner, 1));
        }

        // Then
        awaitTotal(learner, 1);
        assertThat(parked(learner)).isEmpty();
    }

    private static List<Map<String, Object>> parked(String learner) {
        return database()
                .query(
                        "select id, code, detail, value from parked_event where record_key = ?",
                        learner.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> contentType(String name) {
        return name.isEmpty() ? Map.of() : Map.of("content-type", name);
    }

    private static String document(String data) {
        return "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/platform\", \"type\": \"org.laurel.test.large\", "
                + data + "}";
    }

    /** A good addition with a member that nobody knows, of exactly this size. */
    private static ProducerRecord<byte[], byte[]> padded(String learner, int bytes, Map<String, String> more) {
        var event = added(learner, 1);
        Map<String, String> headers = headers(event);
        headers.putAll(more);
        String begin = event.json().strip().replaceFirst("}$", ", \"note\": \"");
        return Sample.toSend(learner, begin + "x".repeat(bytes - begin.length() - 2) + "\"}", headers);
    }
}
