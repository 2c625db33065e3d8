package org.laurel.kit.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.CloudEventHeaders;
import org.laurel.kit.event.EventReader.Attributes;
import org.laurel.kit.event.EventReader.Data;

/**
 * CloudEvents as one JSON document (JSON Event Format for CloudEvents 1.0.2): attributes and the event's data are members,
 * the data as {@code data}, or as {@code data_base64}. For producers that cannot set headers. Other formats, and several
 * events in one record, are refused.
 */
final class StructuredMode {

    private static final Set<String> DATA = Set.of("data", "data_base64", "datacontenttype");

    private final ObjectMapper json;

    StructuredMode(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a record whose content type says that it is in structured mode.
     *
     * @param mediaType that content type, in lower case and without parameters
     */
    Attributes read(String mediaType, byte[] value) {
        if (mediaType.startsWith("application/cloudevents-batch")) {
            throw new UnprocessableEvent("batch", "the record holds several events; send each in a record of its own");
        }
        if (!mediaType.equals(CloudEventHeaders.STRUCTURED_JSON)) {
            throw new UnprocessableEvent("unknown_format", "the event is in another format than JSON");
        }
        try {
            return attributes(json.readTree(value));
        } catch (IOException malformed) {
            throw new UnprocessableEvent("bad_json", "the value is not JSON");
        }
    }

    /** Finds a document in a record that tells nothing in its headers; empty when its value is anything else. */
    Optional<Attributes> find(byte[] value) {
        try {
            JsonNode document = json.readTree(value);
            return document.hasNonNull("specversion") ? Optional.of(attributes(document)) : Optional.empty();
        } catch (IOException somethingElse) {
            return Optional.empty();
        }
    }

    /** The same event in binary mode: attributes as headers, the data alone as the value. */
    RawRecord unfold(RawRecord record, byte[] value) {
        try {
            JsonNode document = json.readTree(value);
            Map<String, String> headers = new LinkedHashMap<>(record.headers());
            document.properties().stream()
                    .filter(member -> member.getValue().isValueNode()
                            && !member.getValue().isNull())
                    .filter(member -> !DATA.contains(member.getKey()))
                    .forEach(member -> headers.put(
                            header(member.getKey()), member.getValue().asText()));
            headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
            return new RawRecord(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.timestamp(),
                    record.key(),
                    data(document).bytes(),
                    headers);
        } catch (IOException impossible) {
            throw new IllegalStateException("it was read before", impossible);
        }
    }

    private static String header(String attribute) {
        return attribute.equals(CloudEventHeaders.TRACEPARENT) ? attribute : "ce_" + attribute.toLowerCase(Locale.ROOT);
    }

    private static Attributes attributes(JsonNode document) {
        return new Attributes(name -> attribute(document, name), data(document));
    }

    /** Attributes are texts, integers or truth values (CloudEvents 1.0.2, type system); readers take all as text. */
    private static @Nullable String attribute(JsonNode document, String name) {
        JsonNode value = document.path(name);
        if (value.isContainerNode()) {
            throw new UnprocessableEvent("bad_" + name, name + " is no text, integer or truth value");
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static Data data(JsonNode document) {
        JsonNode data = document.path("data");
        JsonNode encoded = document.path("data_base64");
        if (data.isMissingNode() && encoded.isMissingNode()) {
            throw new UnprocessableEvent("no_data", "the structured event has no data member");
        }
        if (!data.isMissingNode() && !encoded.isMissingNode()) {
            throw new UnprocessableEvent("bad_data", "the structured event has both data and data_base64");
        }
        String type = attribute(document, "datacontenttype");
        if (type != null && !isJson(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            throw new UnprocessableEvent("bad_datacontenttype", "datacontenttype is not JSON");
        }
        return encoded.isMissingNode() ? new Data.Tree(data) : new Data.Bytes(decoded(encoded));
    }

    private static byte[] decoded(JsonNode encoded) {
        try {
            return Base64.getDecoder().decode(encoded.isTextual() ? encoded.textValue() : "-");
        } catch (IllegalArgumentException malformed) {
            throw new UnprocessableEvent("bad_data", "data_base64 is not in Base64");
        }
    }

    private static boolean isJson(String mediaType) {
        return mediaType.endsWith("/json") || mediaType.endsWith("+json");
    }
}
