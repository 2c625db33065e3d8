package org.laurel.stack.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.laurel.events.EventSchemas;
import org.laurel.events.EventType;
import org.laurel.events.Topic;

/** Checks bodies against the JSON Schema of their type, and whether the type's topic takes values of their size. */
public final class SchemaCheck {
    private final Topic topic;
    private final Schema schema;

    public SchemaCheck(EventType<?> type) {
        this.topic = type.topic();
        String text = EventSchemas.find(type.name())
                .orElseThrow(() -> new IllegalStateException("no schema for " + type.name()));
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    /** What is wrong with the body, one line each; empty if it is valid. */
    public List<String> problems(JsonNode body) {
        String text = body.toString();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > topic.largestValue()) {
            return List.of("it has %d bytes, %s takes %d".formatted(bytes, topic.topicName(), topic.largestValue()));
        }
        return schema
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(problem -> problem.getInstanceLocation() + " " + problem.getMessage())
                .map(String::strip)
                .toList();
    }
}
