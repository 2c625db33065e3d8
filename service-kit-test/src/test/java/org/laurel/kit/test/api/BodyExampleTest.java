package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class BodyExampleTest {

    private static final String DOCUMENT = """
            components:
              schemas:
                Program:
                  type: object
                  properties:
                    title: {type: string}
                    uuid: {type: string, format: uuid}
                    hours: {type: [integer, "null"], minimum: 3}
                    hidden: {type: boolean}
                    owner:
                      anyOf:
                      - type: "null"
                      - $ref: "#/components/schemas/Owner"
                    parents:
                      type: array
                      items: {$ref: "#/components/schemas/Program"}
                Owner:
                  type: object
                  properties:
                    key: {type: string, enum: [OrgX, OrgY]}
            """;

    private final JsonNode document = read(DOCUMENT);

    @Test
    void hasAValueForEveryMember() {
        // When
        JsonNode example = example("{$ref: '#/components/schemas/Program'}").json();

        // Then
        JsonNode parent = example.path("parents").get(0);
        assertThat(parent.path("title").asText()).isEqualTo("some");
        ((ObjectNode) example).remove("parents");
        assertThat(example.toString())
                .isEqualTo("{\"title\":\"some\",\"uuid\":\"00000000-0000-4000-8000-000000000000\",\"hours\":3,"
                        + "\"hidden\":false,\"owner\":{\"key\":\"OrgX\"}}");
    }

    @Test
    void oneMemberIsWrongAtATime() {
        // When
        BodyExample example = example("{type: object, properties: {a: {type: string}, b: {type: object, properties:"
                + " {c: {type: integer}}}}}");

        // Then
        assertThat(example.faults())
                .extracting(BodyExample.Fault::body)
                .containsExactly(
                        "{\"a\":\"a\\u0000b\",\"b\":{\"c\":1}}",
                        "{\"a\":{},\"b\":{\"c\":1}}",
                        "{\"a\":\"some\",\"b\":\"no container\"}",
                        "{\"a\":\"some\",\"b\":{\"c\":\"no such value\"}}",
                        "{\"a\":\"some\",\"b\":{\"c\":{}}}");
    }

    @Test
    void listsHaveOneItemWithAFault() {
        // When
        BodyExample example = example("{type: array, items: {type: object, properties: {a: {type: boolean}}}}");

        // Then
        assertThat(example.faults())
                .extracting(BodyExample.Fault::body)
                .containsExactly("[{\"a\":\"no such value\"}]", "[{\"a\":{}}]");
    }

    private BodyExample example(String schema) {
        return BodyExample.of(read(schema), document);
    }

    private static JsonNode read(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
