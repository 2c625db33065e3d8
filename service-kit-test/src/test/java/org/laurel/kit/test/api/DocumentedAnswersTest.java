package org.laurel.kit.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentedAnswersTest {

    private static final String YAML = """
            paths:
              /api/grades/{id}:
                get:
                  responses: {"200": {}, "404": {}}
                put:
                  responses:
                    "204": {}
                    "409": {$ref: "#/components/responses/RequestInProgress"}
              /api/grades/newest:
                get:
                  responses: {"200": {}}
              /api/courses/{course_key}/grades:
                get:
                  parameters:
                  - {name: course_key, in: path, schema: {type: string, pattern: .+}}
                  responses: {"200": {}}
            """;

    @TempDir
    private Path folder;

    private DocumentedAnswers answers;

    @BeforeEach
    void readDocument() throws IOException {
        answers = new DocumentedAnswers(Files.writeString(folder.resolve("openapi.yaml"), YAML));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/grades/7, 200",
        "GET, /api/grades/7/, 404",
        "GET, /api/grades/a%2Fb?x=1, 404",
        "PUT, /api/grades/7, 204",
        "GET, /api/grades/newest, 200",
        "GET, /api/courses/Org/Course/Run/grades, 200",
        // not in the document
        "POST, /api/grades/7, 405",
        "GET, /api/other, 404",
    })
    void letsDocumentedAnswersPass(String method, String path, int status) {
        // When
        String fault = answers.fault(method, "http://localhost:8081" + path, status, "");

        // Then
        assertThat(fault).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/grades/7, 403",
        "PUT, /api/grades/7, 404",
        "GET, /api/grades/newest, 404",
        "GET, /api/grades/newes%74, 404",
        "GET, /api/courses/Org/Course/Run/grades, 404",
    })
    void findsAnswersThatTheDocumentDoesNotTell(String method, String path, int status) {
        // When
        String fault = answers.fault(method, "http://localhost:8081" + path, status, "");

        // Then
        assertThat(fault).contains("answers " + status, "openapi.yaml");
    }

    @ParameterizedTest
    @CsvSource({"request_in_progress, true", "name_taken, false"})
    void conflictsOfKeysAreNoOthers(String code, boolean told) {
        // When
        String fault = answers.fault("PUT", "http://localhost:8081/api/grades/7", 409, code);

        // Then
        assertThat(fault == null).isEqualTo(told);
    }

    @Test
    void asksForNothingWithoutADocument() {
        // When
        var none = DocumentedAnswers.of(folder.resolve("other.yaml"));

        // Then
        assertThat(none).isEmpty();
    }
}
