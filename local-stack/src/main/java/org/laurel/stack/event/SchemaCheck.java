package org.laurel.stack.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.laurel.events.EventSchemas;
import org.laurel.events.EventType;

/** Checks bodies against the JSON Schema of their type. */
public final class SchemaCheck {
    private final Schema schema;

    public SchemaCheck(EventType<?> type) {
        String text = EventSchemas.find(type.name())
                .orElseThrow(() -> new IllegalStateException("no schema for " + type.name()));
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** What is wrong with the body, one line each; empty if it is valid. */
    public List<String> problems(JsonNode body) {
        return schema
                .validate(
                        body.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(problem -> problem.getInstanceLocation() + " " + problem.getMessage())
                .map(String::strip)
                .toList();
    }
}
