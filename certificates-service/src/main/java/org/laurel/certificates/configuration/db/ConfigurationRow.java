package org.laurel.certificates.configuration.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.laurel.certificates.configuration.domain.ConfigurationVersion;
import org.laurel.certificates.configuration.domain.CourseConfiguration;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.sql.Row;

/** The form in which a version is stored. */
@ApplicationScoped
class ConfigurationRow {

    private final ObjectMapper json;

    ConfigurationRow(ObjectMapper json) {
        this.json = json;
    }

    ConfigurationVersion version(ResultSet row) throws SQLException {
        return new ConfigurationVersion(
                new CourseKey(Row.text(row, "course_key")),
                row.getLong("version"),
                read(Row.text(row, "document")),
                Row.instant(row, "changed_at"),
                Row.text(row, "changed_by"),
                row.getString("change_reason"));
    }

    String document(CourseConfiguration configuration) {
        try {
            return json.writeValueAsString(configuration);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write a certificate configuration", failure);
        }
    }

    private CourseConfiguration read(String document) {
        try {
            return json.readValue(document, CourseConfiguration.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a stored certificate configuration is damaged", failure);
        }
    }
}
