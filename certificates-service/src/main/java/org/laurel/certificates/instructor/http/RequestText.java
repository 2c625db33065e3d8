package org.laurel.certificates.instructor.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A body as the first version of the instructors' interface takes it: JSON, whatever the content type says. What cannot be read
 * has no members, so that the operation refuses it in its own words.
 */
final class RequestText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode body;

    private RequestText(JsonNode body) {
        this.body = body;
    }

    static RequestText of(@Nullable String text) {
        try {
            JsonNode body = JSON.readTree(text == null ? "" : text);
            return new RequestText(body == null ? JSON.missingNode() : body);
        } catch (JsonProcessingException malformed) {
            return new RequestText(JSON.missingNode());
        }
    }

    /** A member without blanks around it, empty when it is absent or no plain value. */
    String member(String name) {
        return body.path(name).asText("").strip();
    }
}
