package org.laurel.bridge.openedx.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Schemas of writers of older versions of openedx-events, by event type, made of the facts about them that we keep. */
final class OldWriters {

    private static final String FILE = "/openedx/old-writers.tsv";

    private final Map<String, List<String>> fields;
    private final String type;
    private final Map<String, Schema> made = new HashMap<>();

    private OldWriters(Map<String, List<String>> fields, String type) {
        this.fields = fields;
        this.type = type;
    }

    static Map<String, Schema> all() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .forEach(cells -> fields.put(cells.getFirst(), cells.subList(1, cells.size())));
        Map<String, Schema> schemas = new LinkedHashMap<>();
        fields.keySet().stream()
                .filter(name -> name.startsWith("org."))
                .forEach(type -> schemas.put(type, new OldWriters(fields, type).record("CloudEvent", type)));
        return schemas;
    }

    private Schema record(String name, String row) {
        Schema known = made.get(name);
        if (known != null) {
            return known;
        }
        List<Field> members = Objects.requireNonNull(fields.get(row), row).stream()
                .map(this::field)
                .toList();
        Schema schema = Schema.createRecord(name, null, type, false, members);
        made.put(name, schema);
        return schema;
    }

    private Field field(String cell) {
        String name = cell.substring(0, cell.indexOf(' '));
        String kind = cell.substring(name.length() + 1);
        if (!kind.endsWith("?")) {
            return new Field(name, schema(kind));
        }
        Schema present = schema(kind.substring(0, kind.length() - 1));
        return new Field(
                name, Schema.createUnion(Schema.create(Schema.Type.NULL), present), null, Field.NULL_DEFAULT_VALUE);
    }

    private Schema schema(String kind) {
        return switch (kind) {
            case "string" -> Schema.create(Schema.Type.STRING);
            case "long" -> Schema.create(Schema.Type.LONG);
            case "double" -> Schema.create(Schema.Type.DOUBLE);
            case "boolean" -> Schema.create(Schema.Type.BOOLEAN);
            default -> record(kind, kind);
        };
    }

    private static List<String> lines() {
        try (InputStream resource = Objects.requireNonNull(OldWriters.class.getResourceAsStream(FILE), FILE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
