package org.laurel.enrollment.profile.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;

/** The JSON object {@code meta} as the text that goes to and comes from the database. */
@Converter
class MetaText implements AttributeConverter<Map<String, Object>, String> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("members that came as JSON make no JSON", impossible);
        }
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String text) {
        try {
            return JSON.readValue(text, MEMBERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database holds no JSON object", impossible);
        }
    }
}
