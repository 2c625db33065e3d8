package org.laurel.kit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonAnswersTest {

    private static final String PATH = "/api/grades/{id}";

    private final Operation operation =
            createOperation().responses(createAPIResponses().addAPIResponse("200", createAPIResponse()));

    @Test
    void guardedOperationsTellOfTheToken() {
        // Given
        OpenAPI document = reading("/api/grades");

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).containsExactly("200", "401", "403", "503");
        assertThat(operation.getSecurity())
                .singleElement()
                .satisfies(scheme -> assertThat(scheme.getSchemes()).containsOnlyKeys("bearer"));
    }

    @Test
    void publicOperationsTellOfNone() {
        // Given
        OpenAPI document = reading("/api/grades");
        operation.addExtension("x-public", true);

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).containsExactly("200", "503");
        assertThat(operation.getSecurity()).isNull();
    }

    @Test
    void parametersMayHaveTheWrongForm() {
        // Given
        OpenAPI document = reading("/api/grades");
        operation.addParameter(createParameter().name("page").in(Parameter.In.QUERY));

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).containsExactly("200", "400", "401", "403", "503");
    }

    @Test
    void whatAnOperationCreatesNeedNotBeThere() {
        // Given
        OpenAPI document = reading(PATH);
        operation.addExtension("x-creates", true);

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).containsExactly("200", "400", "401", "403", "503");
    }

    @Test
    void whatThePathNamesMayNotBeThere() {
        // Given
        OpenAPI document = reading(PATH);

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).containsExactly("200", "400", "401", "403", "404", "503");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLearnerWhoIsNamedMayNotBeThereUnlessTheListIsEmptyThen(boolean isEmpty) {
        // Given
        OpenAPI document = reading("/api/grades");
        operation.addParameter(createParameter().name("username").in(Parameter.In.QUERY));
        operation.addExtension("x-unknown-is-empty", isEmpty);

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).contains("400");
        assertThat(operation.getResponses().hasAPIResponse("404")).isNotEqualTo(isEmpty);
    }

    @Test
    void changesTakeAKeyAndBodiesHaveLimits() {
        // Given
        OpenAPI document = document(PATH);
        document.getPaths().getPathItem(PATH).setPUT(operation.requestBody(createRequestBody()));

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(statuses()).containsExactly("200", "400", "401", "403", "404", "409", "413", "415", "422", "503");
        assertThat(operation.getParameters())
                .extracting(Parameter::getRef)
                .containsExactly("#/components/parameters/IdempotencyKey");
    }

    @Test
    void whatTheResourceMethodTellsStays() {
        // Given
        OpenAPI document = reading(PATH);
        operation
                .getResponses()
                .addAPIResponse("403", createAPIResponse().description("Not Allowed"))
                .addAPIResponse("404", createAPIResponse().description("There is no such grade"));

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(answer("403").getRef()).isEqualTo("#/components/responses/Forbidden");
        assertThat(answer("404").getDescription()).isEqualTo("There is no such grade");
        assertThat(answer("404").getContent().getMediaTypes()).containsOnlyKeys("application/problem+json");
    }

    @Test
    void pagesTellOfRefusalsAsPages() {
        // Given
        OpenAPI document = reading(PATH);
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        createAPIResponse().content(createContent().addMediaType("text/html", createMediaType())))
                .addAPIResponse("410", createAPIResponse().description("It was taken back"));

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(answer("410").getContent()).isNull();
    }

    @Test
    void conflictsOfKeysStandBesideOthers() {
        // Given
        OpenAPI document = document(PATH);
        document.getPaths().getPathItem(PATH).setDELETE(operation);
        operation.getResponses().addAPIResponse("409", createAPIResponse().description("Somebody has it"));

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(answer("409").getDescription())
                .startsWith("Somebody has it. Also: A request with the same Idempotency-Key");
    }

    @Test
    void everyAnswerIsAProblemOfTheDocument() {
        // Given
        OpenAPI document = reading(PATH);

        // When
        new CommonAnswers().filterOpenAPI(document);

        // Then
        assertThat(document.getComponents().getSchemas()).containsKey("Problem");
        assertThat(document.getComponents().getResponses().values())
                .hasSize(CommonAnswer.values().length)
                .allSatisfy(answer ->
                        assertThat(answer.getContent().getMediaTypes()).containsOnlyKeys("application/problem+json"));
    }

    private OpenAPI reading(String path) {
        OpenAPI document = document(path);
        document.getPaths().getPathItem(path).setGET(operation);
        return document;
    }

    private static OpenAPI document(String path) {
        return createOpenAPI().paths(createPaths().addPathItem(path, createPathItem()));
    }

    private Iterable<String> statuses() {
        return operation.getResponses().getAPIResponses().keySet();
    }

    private APIResponse answer(String status) {
        return operation.getResponses().getAPIResponse(status);
    }
}
