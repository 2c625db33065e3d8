package org.laurel.programs.catalogue.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import org.laurel.kit.problem.ProblemException;

/** Parses bodies of the catalogue's resources. */
@Singleton
class JsonDocument {

    private final ObjectReader json;

    JsonDocument(ObjectMapper json) {
        this.json = json.reader()
                .with(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /** A body, numbers as they are written; 400 when it is no JSON, or names a member twice: nobody looks at the first. */
    JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw ProblemException.badRequest("unreadable_body", "The body is not the JSON that is expected here.");
        }
    }
}
