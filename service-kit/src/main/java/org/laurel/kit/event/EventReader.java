package org.laurel.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;
import org.laurel.events.EventBody;
import org.laurel.events.EventType;

/**
 * Reads CloudEvents 1.0 from Kafka records, in binary mode (attributes in headers) or {@linkplain StructuredMode structured
 * mode} (attributes and data in one JSON document), which needs no header at all. Refuses what it cannot trust with an
 * {@link UnprocessableEvent}; never returns half an event. A missing {@code specversion} is taken for 1.0. Thread-safe.
 */
@ApplicationScoped
public class EventReader {

    /** How far a fact may lie ahead of our clock before we take its producer's clock to be wrong. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** What content types of structured mode begin with (Kafka protocol binding for CloudEvents, 3). */
    private static final String CLOUD_EVENTS = "application/cloudevents";

    private static final List<String> MANDATORY = List.of(
            CloudEventHeaders.SPECVERSION, CloudEventHeaders.ID, CloudEventHeaders.SOURCE, CloudEventHeaders.TYPE);

    private final ObjectMapper json = ContractJson.mapper();
    private final StructuredMode structured = new StructuredMode(json);
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    /** The attributes of a record, and its data still unread. Attribute names are without the {@code ce_} prefix. */
    public Attributes attributes(RawRecord record) {
        byte[] value = record.value();
        if (value == null) {
            throw new UnprocessableEvent("no_value", "the record has no value");
        }
        if (hasAttributesInHeaders(record)) {
            return inHeaders(record, value);
        }
        if (isStructured(record)) {
            return structured.read(mediaType(record), value);
        }
        return structured.find(value).orElseGet(() -> inHeaders(record, value));
    }

    /**
     * The same event in binary mode, where operators see what it is and retirement finds whom it names, which Base64 would hide.
     * A record that is in binary mode already, or that nobody can read, stays as it is.
     */
    public RawRecord inBinaryMode(RawRecord record) {
        byte[] value = record.value();
        if (value == null || hasAttributesInHeaders(record)) {
            return record;
        }
        try {
            boolean isDocument = isStructured(record)
                    ? structured.read(mediaType(record), value) != null
                    : structured.find(value).isPresent();
            return isDocument ? structured.unfold(record, value) : record;
        } catch (UnprocessableEvent unreadable) {
            return record;
        }
    }

    /** Whether a record is in binary mode: otherwise only its value tells what it is. */
    public static boolean hasAttributesInHeaders(RawRecord record) {
        return !isStructured(record) && MANDATORY.stream().anyMatch(name -> record.header(name) != null);
    }

    private static boolean isStructured(RawRecord record) {
        return mediaType(record).startsWith(CLOUD_EVENTS);
    }

    private static String mediaType(RawRecord record) {
        String contentType = record.header(CloudEventHeaders.CONTENT_TYPE);
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Attributes inHeaders(RawRecord record, byte[] value) {
        return new Attributes(
                name -> record.header(name.equals("traceparent") ? name : "ce_" + name), new Data.Bytes(value));
    }

    /**
     * Reads a whole event.
     *
     * @throws UnprocessableEvent when an attribute is missing or malformed, or the body breaks the contract of its type
     */
    public <B extends EventBody> Event<B> read(
            RawRecord record, Attributes attributes, EventType<B> type, Instant now) {
        String version = attributes.value("specversion");
        if (version != null && !version.equals(CloudEventHeaders.SPECVERSION_VALUE)) {
            throw new UnprocessableEvent("unknown_specversion", "ce_specversion is not 1.0");
        }
        String id = attributes.required("id");
        URI source = source(attributes.required("source"));
        String correlation = attributes.value("correlationid");
        B body = body(attributes.data(), type);
        if (body.occurredAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new UnprocessableEvent("clock_ahead", "occurred_at " + body.occurredAt() + " lies in the future");
        }
        if (!body.key().equals(record.keyText())) {
            throw new UnprocessableEvent("wrong_key", "the record key is not the one that the body belongs to");
        }
        return new Event<>(
                id,
                source,
                type,
                time(attributes.value("time"), record.timestamp()),
                sequence(attributes.value("sequence")),
                correlation == null ? id : correlation,
                attributes.value("origin"),
                body);
    }

    private <B extends EventBody> B body(Data data, EventType<B> type) {
        ObjectReader reader = readers.computeIfAbsent(type.body(), json::readerFor);
        try {
            return type.body().cast(data.read(reader));
        } catch (JsonProcessingException malformed) {
            throw BodyFault.of(malformed);
        } catch (IOException malformed) {
            throw new UnprocessableEvent("bad_json", "the value is not JSON");
        }
    }

    private static URI source(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new UnprocessableEvent("bad_source", "ce_source is not a URI reference");
        }
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new UnprocessableEvent("bad_time", "ce_time is not an RFC 3339 time");
        }
    }

    private static @Nullable Long sequence(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException malformed) {
            throw new UnprocessableEvent("bad_sequence", "ce_sequence is not an integer");
        }
    }

    /** CloudEvents attributes by name, and the event's data. */
    public record Attributes(java.util.function.Function<String, @Nullable String> values, Data data) {

        /** The attribute's value, null when absent or empty. */
        public @Nullable String value(String name) {
            String value = values.apply(name);
            return value == null || value.isBlank() ? null : value;
        }

        /** The attribute's value; unprocessable without it. */
        public String required(String name) {
            String value = value(name);
            if (value == null) {
                throw new UnprocessableEvent("no_" + name, "ce_" + name + " is missing");
            }
            return value;
        }
    }

    /** Event data that has not been read yet. */
    public sealed interface Data {

        /** Reads the data as the reader's type; never null. */
        Object read(ObjectReader reader) throws IOException;

        /** The data as JSON text, by which a repeat is told from another fact under a used id. */
        byte[] bytes();

        /** The data as it stood in the record. */
        record Bytes(byte[] json) implements Data {
            @Override
            public Object read(ObjectReader reader) throws IOException {
                return present(reader.readValue(json));
            }

            @Override
            public byte[] bytes() {
                return json;
            }
        }

        /** The data as a member of a structured event. */
        record Tree(JsonNode json) implements Data {
            @Override
            public Object read(ObjectReader reader) throws IOException {
                return present(reader.readValue(json));
            }

            @Override
            public byte[] bytes() {
                return json.toString().getBytes(StandardCharsets.UTF_8);
            }
        }

        private static Object present(@Nullable Object read) {
            if (read == null) {
                throw new UnprocessableEvent("bad_json", "the body is null");
            }
            return read;
        }
    }
}
