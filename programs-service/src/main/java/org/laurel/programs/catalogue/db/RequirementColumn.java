package org.laurel.programs.catalogue.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import org.laurel.programs.catalogue.domain.Requirement;

/** The requirements of a program as one JSON column, so that programs are read with them in one statement. */
final class RequirementColumn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader LIST = JSON.readerForListOf(Requirement.class);

    private RequirementColumn() {}

    static String write(List<Requirement> requirements) {
        try {
            return JSON.writeValueAsString(requirements);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Requirement> read(String column) {
        try {
            return LIST.readValue(column);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a program's requirements cannot be read", malformed);
        }
    }
}
