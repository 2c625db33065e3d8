package org.laurel.bridge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.laurel.bridge.openedx.avro.AvroCodec;
import org.laurel.bridge.openedx.avro.EventHeaders;
import org.laurel.bridge.openedx.avro.Frame;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.openedx.event.UserData;
import org.laurel.bridge.openedx.event.UserPersonalData;
import org.laurel.kit.test.KafkaProbe;

/** The Open edX site at the other end of its bus. */
public final class Bus {

    /** Under which id the schemas of keys are seeded. */
    public static final int KEY_SCHEMA = 1;

    private static final int FIRST_ID = 1_000;

    private Bus() {}

    /** Under which id the schema of a type is seeded. */
    public static int schemaId(OpenEdxEvent<?> event) {
        return FIRST_ID + OpenEdxEvents.all().indexOf(event);
    }

    /** A time in the past, later for more minutes. */
    public static Instant at(int minute) {
        return Instant.parse("2026-02-03T04:05:06.789Z").plus(minute, ChronoUnit.MINUTES);
    }

    /** A user with names by the number. */
    public static UserData user(long id) {
        return new UserData(id, true, new UserPersonalData("user-" + id, id + "@example.org", "Name " + id));
    }

    /** An event that waits to be sent. */
    public static <D extends Record> Sent sent(OpenEdxEvent<D> event, D data, Instant time) {
        UUID id = UUID.randomUUID();
        Map<String, String> headers =
                new LinkedHashMap<>(new EventHeaders(event.type(), id, "openedx/lms/web", time, "lms").written());
        return new Sent(event.topic(), headers, new Frame(schemaId(event), AvroCodec.value(event, data)).bytes());
    }

    /** Sends an event and returns its id. */
    public static <D extends Record> String send(KafkaProbe probe, OpenEdxEvent<D> event, D data, Instant time) {
        return sent(event, data, time).by(probe);
    }

    /** A record of the bus, to be changed by a test. */
    public record Sent(String topic, Map<String, String> headers, byte[] value) {

        /** The same with another header, or without it when the text is empty. */
        public Sent with(String name, String text) {
            Map<String, String> changed = new LinkedHashMap<>(headers);
            changed.put(name, text);
            changed.values().removeIf(String::isEmpty);
            return new Sent(topic, changed, value);
        }

        /** The same with another value. */
        public Sent with(byte[] other) {
            return new Sent(topic, headers, other);
        }

        /** Sends it and returns its id. */
        public String by(KafkaProbe probe) {
            probe.sendRaw(record());
            return headers.getOrDefault("ce_id", "");
        }

        /** The record to send. */
        public ProducerRecord<byte[], byte[]> record() {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            return record;
        }
    }
}
