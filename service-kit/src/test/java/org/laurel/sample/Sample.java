package org.laurel.sample;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;
import org.laurel.kit.event.RawRecord;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;
import org.laurel.kit.test.PlatformEvent;
import org.laurel.kit.test.Tokens;
import org.laurel.sample.tally.kafka.TallyTypes;

/** What tests of the sample application share: events, records, and a look at tallies. */
public final class Sample {

    private static final AtomicLong OFFSETS = new AtomicLong();

    private Sample() {}

    /** The database of the running application. */
    public static Database database() {
        return KitDatabase.past(ConfigProvider.getConfig().getValue("laurel.db.url", String.class));
    }

    /** A learner that no other test touches. */
    public static String learner() {
        return "l-" + UUID.randomUUID();
    }

    /** An addition with a fact key of its own. */
    public static PlatformEvent added(String learner, long amount) {
        return added(learner, UUID.randomUUID().toString(), amount);
    }

    /** An addition. */
    public static PlatformEvent added(String learner, String factKey, long amount) {
        String json = """
                {"learner_id": "%s", "fact_key": "%s", "amount": %d, "occurred_at": "%s"}
                """.formatted(learner, factKey, amount, Instant.now().minusSeconds(60));
        return PlatformEvent.on("laurel.grades", TallyTypes.ADDED.name(), learner, json);
    }

    /** A label since a time. */
    public static PlatformEvent labelled(String learner, String label, Instant occurredAt) {
        String json = """
                {"learner_id": "%s", "label": "%s", "occurred_at": "%s"}
                """.formatted(learner, label, occurredAt);
        return PlatformEvent.on("laurel.identities", TallyTypes.LABELLED.name(), learner, json);
    }

    /** What a learner's tally is called. */
    public static String label(String learner) {
        return String.valueOf(database().value("select label from tally_label where learner_id = ?", learner));
    }

    /** The headers of an event in binary mode, to be changed by a test. */
    public static Map<String, String> headers(PlatformEvent event) {
        Map<String, String> headers = new HashMap<>();
        headers.put(CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE);
        headers.put(CloudEventHeaders.ID, event.id());
        headers.put(CloudEventHeaders.SOURCE, event.source());
        headers.put(CloudEventHeaders.TYPE, event.type());
        headers.put(CloudEventHeaders.TIME, event.time().toString());
        headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        if (event.sequence() != null) {
            headers.put(CloudEventHeaders.SEQUENCE, event.sequence().toString());
        }
        headers.putAll(event.extraHeaders());
        return headers;
    }

    /** The event as a consumed record with a position of its own. */
    public static RawRecord record(PlatformEvent event) {
        return record(event.topic(), event.key(), event.json(), headers(event));
    }

    /** A consumed record of any content with a position of its own. */
    public static RawRecord record(String key, @Nullable String value, Map<String, String> headers) {
        return record("laurel.grades", key, value, headers);
    }

    private static RawRecord record(String topic, String key, @Nullable String value, Map<String, String> headers) {
        return new RawRecord(
                topic,
                99,
                OFFSETS.incrementAndGet(),
                Instant.now(),
                bytes(key),
                value == null ? null : bytes(value),
                headers);
    }

    /** Any record, to be sent. */
    public static ProducerRecord<byte[], byte[]> toSend(
            String key, @Nullable String value, Map<String, String> headers) {
        var record =
                new ProducerRecord<>("laurel.grades", null, bytes(key), value == null ? null : bytes(value), List.of());
        headers.forEach((name, text) -> record.headers().add(new RecordHeader(name, bytes(text))));
        return record;
    }

    /** A learner's total, 0 without a tally. */
    public static long total(String learner) {
        return Long.parseLong(String.valueOf(
                database().value("select coalesce(sum(total), 0) from tally where learner_id = ?", learner)));
    }

    /** Waits until a learner has this total. */
    public static void awaitTotal(String learner, long total) {
        patiently().alias("total " + total + " of " + learner).until(() -> total(learner) == total);
    }

    /** How the sample's consumption does, as an operator sees it. */
    public static String state() {
        return given().auth()
                .oauth2(Tokens.staff())
                .get("/api/tally/ops/consumers")
                .then()
                .extract()
                .path("results[0].state");
    }

    /** Waits as long as a busy machine may need. */
    public static ConditionFactory patiently() {
        return await().atMost(KafkaProbe.PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    /** Plays that a brake was released earlier, so that it may engage again; one more line of its history. */
    public static void moveTheRelease(String subject, String by) {
        database()
                .execute(
                        "update brake set released_at = released_at + cast(? as interval) where subject = ?",
                        by,
                        subject);
    }

    /** How many records with this key are parked with this code. */
    public static long parked(String key, String code) {
        return Long.parseLong(String.valueOf(database()
                .value("select count(*) from parked_event where record_key = ? and code = ?", bytes(key), code)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
