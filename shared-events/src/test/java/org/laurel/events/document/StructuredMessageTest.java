package org.laurel.events.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;

/** What {@code docs/asyncapi.yaml} tells producers that cannot set headers. */
class StructuredMessageTest {

    private JsonNode document = new YAMLMapper().createObjectNode();

    @BeforeEach
    void render() throws IOException {
        document = new YAMLMapper().readTree(AsyncApiDocument.render());
    }

    @Test
    void whatOthersMaySendIsReceivedInBothModes() {
        // Given
        List<JsonNode> operations = document.path("operations").valueStream().toList();

        // When
        List<JsonNode> received = operations.stream()
                .filter(operation -> operation.path("action").asText().equals("receive"))
                .toList();

        // Then
        assertThat(received)
                .hasSize((int) taken().count())
                .allSatisfy(operation -> assertThat(contentTypes(operation))
                        .containsExactly("application/json", "application/cloudevents+json"));
    }

    @Test
    void whatLaurelSendsIsInBinaryMode() {
        // Given
        List<JsonNode> operations = document.path("operations").valueStream().toList();

        // When
        List<JsonNode> sent = operations.stream()
                .filter(operation -> operation.path("action").asText().equals("send"))
                .toList();

        // Then
        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(contentTypes(operation)).containsExactly("application/json"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void theExampleIsWhatTheMessageTakesAndADocumentWithoutABodyIsNot(EventType<?> type) {
        // Given
        JsonNode message = document.path("components").path("messages").path(StructuredMessage.name(type));
        ObjectNode example = (ObjectNode) message.path("examples").path(0).path("payload");
        JsonNode without = example.deepCopy().without("data");

        // When
        List<String> problems = problems(message, example);

        // Then
        assertThat(problems).isEmpty();
        assertThat(problems(message, without)).isNotEmpty();
    }

    static Stream<EventType<?>> taken() {
        return EventCatalogue.all().stream().filter(StructuredMessage::isTaken);
    }

    private static List<String> problems(JsonNode message, JsonNode value) {
        String schema = message.path("payload").path("schema").toString();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(value.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> contentTypes(JsonNode operation) {
        return operation
                .path("messages")
                .valueStream()
                .map(this::follow)
                .map(this::follow)
                .map(message -> message.path("contentType").asText())
                .toList();
    }

    private JsonNode follow(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }
}
