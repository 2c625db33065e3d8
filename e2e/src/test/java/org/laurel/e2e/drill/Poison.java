package org.laurel.e2e.drill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventCatalogue;
import org.laurel.events.Topic;

/** Ten ways in which a passing status can be sent wrong, and the reason with which it must be parked. */
enum Poison {
    NO_VALUE("no_value"),
    NOT_JSON("bad_json"),
    WRONG_TYPE("bad_json"),
    MEMBER_MISSING("bad_body"),
    OUT_OF_RANGE("bad_body"),
    CLOCK_AHEAD("clock_ahead"),
    WRONG_KEY("wrong_key"),
    NO_ID("no_id"),
    UNKNOWN_VERSION("unknown_version"),
    BAD_TIME("bad_time");

    private static final String SOURCE = "/platforms/drilled";

    private final String code;

    Poison(String code) {
        this.code = code;
    }

    /** Why it is parked. */
    String code() {
        return code;
    }

    /** A record about the learner: if it were understood, it would take the certificate away. */
    ProducerRecord<byte[], byte[]> record(String learnerId, String course) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String body = """
                {"learner_id": "%s", "course_key": "%s", "passing": false, "grade": 0.1, "letter_grade": null,
                 "occurred_at": "%s"}""".formatted(learnerId, course, this == CLOCK_AHEAD ? now.plus(Duration.ofDays(1)) : now);
        String type = EventCatalogue.PASSING_STATUS_CHANGED.name();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topic.GRADES.topicName(), bytes(this == WRONG_KEY ? learnerId + "-else" : learnerId), value(body));
        if (this != NO_ID) {
            header(record, CloudEventHeaders.ID, UUID.randomUUID().toString());
        }
        header(record, CloudEventHeaders.SPECVERSION, CloudEventHeaders.SPECVERSION_VALUE);
        header(record, CloudEventHeaders.SOURCE, SOURCE);
        header(record, CloudEventHeaders.TYPE, this == UNKNOWN_VERSION ? type.replace(".v1", ".v9") : type);
        header(record, CloudEventHeaders.TIME, this == BAD_TIME ? "yesterday" : now.toString());
        header(record, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return record;
    }

    private byte @Nullable [] value(String body) {
        return switch (this) {
            case NO_VALUE -> null;
            case NOT_JSON -> bytes(body.substring(0, body.length() - 2));
            case WRONG_TYPE -> bytes(body.replace("false", "\"no\""));
            case MEMBER_MISSING -> bytes(body.replace("\"course_key\"", "\"course\""));
            case OUT_OF_RANGE -> bytes(body.replace("0.1", "1.1"));
            case CLOCK_AHEAD, WRONG_KEY, NO_ID, UNKNOWN_VERSION, BAD_TIME -> bytes(body);
        };
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
