package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private static final String YAML = """
            openapi: 3.1.0
            servers:
            - url: http://localhost:8081
            paths:
              /api/grades/{id}:
                parameters:
                - name: id
                  in: path
                  schema: {type: integer, format: int64}
                get:
                  x-public: true
                  parameters:
                  - name: page
                    in: query
                put:
                  requestBody:
                    content:
                      application/json: {}
                  responses:
                    "200": {description: kept}
                    "409": {description: there is another one}
            """;

    @Test
    void listsOperationsWithParametersMediaTypesAndStatuses() {
        // Given
        OpenApiDocument document = OpenApiDocument.parse(YAML);

        // When
        List<Operation> operations = document.operations();

        // Then
        var id = new Operation.Parameter("id", "integer", "int64", "");
        var page = new Operation.Parameter("page", "", "", "");
        var grade = new BodyExample(JsonNodeFactory.instance.objectNode());
        assertThat(operations)
                .containsExactly(
                        new Operation("GET", "/api/grades/{id}", List.of(id), List.of(page), Map.of(), true, Set.of()),
                        new Operation(
                                "PUT",
                                "/api/grades/{id}",
                                List.of(id),
                                List.of(),
                                Map.of("application/json", grade),
                                false,
                                Set.of("200", "409")));
    }

    @Test
    void leavesOutTheServerThatHappensToRun() {
        // Given
        OpenApiDocument document = OpenApiDocument.parse(YAML);

        // When
        String yaml = document.yaml();

        // Then
        assertThat(yaml).contains("/api/grades/{id}").doesNotContain("localhost");
    }
}
