package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        var id = new Operation.PathParameter("id", "integer", "int64", "");
        assertThat(operations)
                .containsExactly(
                        new Operation("GET", "/api/grades/{id}", List.of(id), List.of(), true, Set.of()),
                        new Operation(
                                "PUT",
                                "/api/grades/{id}",
                                List.of(id),
                                List.of("application/json"),
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
