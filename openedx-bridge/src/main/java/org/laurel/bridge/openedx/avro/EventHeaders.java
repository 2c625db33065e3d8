package org.laurel.bridge.openedx.avro;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * The headers of a record of Open edX's bus.
 *
 * @param type event type
 * @param id id of the event
 * @param source {@code openedx/{service}/web}
 * @param time when the event happened; null when the producer does not say, where Open edX's own consumers take the time of
 *     reading
 * @param sourceHost name of the producer's machine, empty when the producer does not say
 */
public record EventHeaders(
        String type, UUID id, String source, @Nullable Instant time, String sourceHost) {

    /** Version of openedx-events whose schemas this is. Consumers insist on integers with dots between them. */
    public static final String SOURCE_LIB = "11.2.0";

    /** Header with the event type: a record without it is not of this wire. */
    public static final String TYPE = "ce_type";

    /** Header with the producer. */
    public static final String SOURCE = "ce_source";

    /** Header with the media type of the value. */
    public static final String CONTENT_TYPE = "content-type";

    /** Media type of all values. */
    public static final String AVRO = "application/avro";

    private static final String MINOR_VERSION = "ce_minorversion";
    private static final String SOURCE_LIB_HEADER = "sourcelib";

    /** What Open edX itself writes for a service without a name. */
    private static final String NAMELESS = source("SERVICE_NAME_UNSET");

    private static final Pattern NUMBERS = Pattern.compile("\\d+(\\.\\d+)*");
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d{1,9}\\s*");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    /** Value of {@code ce_source} for the service of this name. */
    public static String source(String service) {
        return "openedx/" + service + "/web";
    }

    /** The ten headers in the order in which Open edX writes them. Only for headers with a time. */
    public SequencedMap<String, String> written() {
        if (time == null) {
            throw new IllegalStateException("an event that is sent has a time");
        }
        SequencedMap<String, String> written = new LinkedHashMap<>();
        written.put("ce_specversion", "1.0");
        written.put(CONTENT_TYPE, AVRO);
        written.put("ce_datacontenttype", AVRO);
        written.put(TYPE, type);
        written.put("ce_id", id.toString());
        written.put(SOURCE, source);
        written.put("ce_time", WireTime.write(time));
        written.put(MINOR_VERSION, "0");
        written.put("sourcehost", sourceHost);
        written.put(SOURCE_LIB_HEADER, SOURCE_LIB);
        return written;
    }

    /**
     * Reads the event type alone: whether anybody wants the event is decided by it, whatever the other headers are.
     *
     * @throws UnprocessableEvent {@code no_type}, or {@code repeated_header} when it comes twice
     */
    public static String type(HeaderValues headers) {
        return one(headers, TYPE).orElseThrow(() -> missing("type"));
    }

    /**
     * Reads headers by the rules of Open edX's consumers, and more leniently where other producers write times differently.
     *
     * @throws UnprocessableEvent {@code no_type}, {@code no_id}, {@code bad_id}, {@code bad_time}, {@code bad_minorversion},
     *     {@code bad_sourcelib}, or {@code repeated_header} when one of these comes twice and nobody can tell which counts
     */
    public static EventHeaders read(HeaderValues headers) {
        String type = type(headers);
        UUID id = uuid(one(headers, "ce_id").orElseThrow(() -> missing("id")));
        one(headers, MINOR_VERSION)
                .filter(text -> !INTEGER.matcher(text).matches())
                .ifPresent(text -> {
                    throw new UnprocessableEvent("bad_minorversion", "ce_minorversion is not an integer");
                });
        one(headers, SOURCE_LIB_HEADER)
                .filter(text -> !NUMBERS.matcher(text).matches())
                .ifPresent(text -> {
                    throw new UnprocessableEvent("bad_sourcelib", "sourcelib is not integers with dots between them");
                });
        return new EventHeaders(
                type,
                id,
                one(headers, SOURCE).orElse(NAMELESS),
                one(headers, "ce_time").map(EventHeaders::time).orElse(null),
                one(headers, "sourcehost").orElse(""));
    }

    private static Optional<String> one(HeaderValues headers, String name) {
        if (headers.repeats(name)) {
            throw new UnprocessableEvent("repeated_header", name + " comes more than once");
        }
        return Optional.ofNullable(headers.value(name)).filter(text -> !text.isBlank());
    }

    private static UnprocessableEvent missing(String attribute) {
        return new UnprocessableEvent("no_" + attribute, "ce_" + attribute + " is missing");
    }

    private static Instant time(String text) {
        return WireTime.read(text)
                .orElseThrow(() -> new UnprocessableEvent("bad_time", "ce_time is not an ISO 8601 time"));
    }

    /** Every form of a UUID that Python takes: with hyphens or without, in braces, as a URN. */
    private static UUID uuid(String text) {
        String hex = text.replace("urn:", "").replace("uuid:", "").replaceAll("^[{}]+|[{}]+$|-", "");
        if (!HEX.matcher(hex).matches()) {
            throw new UnprocessableEvent("bad_id", "ce_id is not a UUID");
        }
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    /** The headers of a record by name. */
    public interface HeaderValues {

        /** The header's text, null without it. */
        @Nullable String value(String name);

        /** Whether the record has the header more than once. */
        boolean repeats(String name);
    }
}
