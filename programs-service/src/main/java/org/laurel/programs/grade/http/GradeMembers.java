package org.laurel.programs.grade.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.ProblemException;

/** Reads the members of a body, which platforms send as a form and others as JSON. */
@ApplicationScoped
class GradeMembers {

    private final ObjectMapper mapper;
    private final ObjectReader reader;

    GradeMembers(ObjectMapper mapper) {
        this.mapper = mapper;
        this.reader = mapper.reader()
                .with(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The members of a form or of a JSON object; 400 for anything else. */
    JsonNode of(MediaType type, @Nullable String body) {
        if (body == null || body.isBlank()) {
            throw unreadable();
        }
        JsonNode members = MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type) ? form(body) : json(body);
        if (!members.isObject()) {
            throw unreadable();
        }
        return members;
    }

    private JsonNode json(String body) {
        try {
            return reader.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw unreadable();
        }
    }

    private JsonNode form(String body) {
        ObjectNode members = mapper.createObjectNode();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                members.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return members;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.badRequest(
                "unreadable_body", "The body is neither a form nor the JSON object that is expected here.");
    }
}
