package org.laurel.kit.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.laurel.kit.sql.Row;

/** Reads jobs from rows, and turns what they are begun with into JSON. */
@Singleton
class JobRows {

    private final ObjectMapper json;

    JobRows(ObjectMapper json) {
        this.json = json;
    }

    Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                Row.text(row, "kind"),
                Row.text(row, "subject"),
                Row.text(row, "state"),
                tree(Row.text(row, "parameters")),
                row.getString("cursor"),
                row.getLong("done"),
                Row.longOrNull(row, "total"),
                counts(Row.text(row, "counts")),
                Duration.ofMillis(row.getLong("throttle_millis")),
                row.getString("error"),
                Row.text(row, "created_by"),
                Row.instant(row, "created_at"),
                Row.instant(row, "changed_at"),
                Row.instantOrNull(row, "finished_at"));
    }

    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException when the value cannot be written as JSON */
    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), unwritable);
        }
    }

    private Map<String, Long> counts(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
