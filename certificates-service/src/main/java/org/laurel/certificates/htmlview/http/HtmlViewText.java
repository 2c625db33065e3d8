package org.laurel.certificates.htmlview.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Checks the text of a configuration: a JSON object of objects, each key once. */
final class HtmlViewText {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private HtmlViewText() {}

    /** What is wrong with the text and where, for its author; empty when it is fine. */
    static Optional<String> fault(String text) {
        try (JsonParser parser = STRICT.createParser(text)) {
            return fault(parser);
        } catch (JsonProcessingException malformed) {
            return Optional.of(at(malformed.getLocation(), "this is not JSON, or a key stands here twice"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<String> fault(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return here(parser, "a JSON object must begin");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String section = parser.currentName();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return here(parser, "the value of \"" + section + "\" must be an object");
            }
            parser.skipChildren();
        }
        return parser.nextToken() == null ? Optional.empty() : here(parser, "the text must end");
    }

    private static Optional<String> here(JsonParser parser, String what) {
        return Optional.of(at(parser.currentTokenLocation(), what));
    }

    private static String at(JsonLocation place, String what) {
        return "line %d, column %d: %s"
                .formatted(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), what);
    }
}
