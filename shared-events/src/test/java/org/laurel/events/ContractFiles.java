package org.laurel.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Schemas, samples and invalid bodies as the tests read them. */
public final class ContractFiles {

    private static final ObjectMapper MAPPER = ContractMapper.create();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ContractFiles() {}

    /** Text of the type's schema. */
    public static String schema(EventType<?> type) {
        return EventSchemas.find(type.name())
                .orElseThrow(() -> new AssertionError("no schema org/laurel/events/schema/" + type.name() + ".json"));
    }

    /** Text of the type's sample. */
    public static String sample(EventType<?> type) {
        return EventSamples.find(type.name())
                .orElseThrow(() -> new AssertionError("no sample org/laurel/events/sample/" + type.name() + ".json"));
    }

    /** Any JSON text as a tree. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Messages of a body's violations of its schema, formats included; empty when it is valid. */
    public static List<String> violations(EventType<?> type, String body) {
        Schema schema = REGISTRY.getSchema(schema(type));
        return schema
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The files in a folder of the class path; none when there is no such folder. */
    public static List<Path> list(String folder) {
        URL url = ContractFiles.class.getResource(folder);
        if (url == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
