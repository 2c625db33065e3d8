package org.laurel.stack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSamples;
import org.laurel.events.EventType;
import org.laurel.events.Topic;

class SendingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<EventType<?>> types() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void acceptsTheSampleOfEveryTypeAndFindsItsKey(EventType<?> type) throws IOException {
        // Given
        JsonNode sample = JSON.readTree(EventSamples.find(type.name()).orElseThrow());

        // When
        List<String> problems = new SchemaCheck(type).problems(sample);

        // Then
        assertThat(problems).isEmpty();
        assertThat(EventKey.of(type.topic(), sample)).isPresent();
    }

    @Test
    void namesWhatIsWrongWithABody() throws IOException {
        // Given
        JsonNode body = JSON.readTree("{\"learner_id\": \"ada\", \"grade\": 7}");

        // When
        List<String> problems = new SchemaCheck(EventCatalogue.PASSING_STATUS_CHANGED).problems(body);

        // Then
        assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("course_key"));
        assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("/grade"));
    }

    @Test
    void namesABodyThatItsTopicDoesNotTake() throws IOException {
        // Given
        ObjectNode body = (ObjectNode) JSON.readTree(
                EventSamples.find(EventCatalogue.GRADE_CHANGED.name()).orElseThrow());
        body.put("added_later", "é".repeat(32 * 1024));

        // When
        List<String> problems = new SchemaCheck(EventCatalogue.GRADE_CHANGED).problems(body);

        // Then
        assertThat(problems).singleElement().asString().endsWith(" bytes, laurel.grades takes 65536");
    }

    @Test
    void findsNoKeyInABodyWithoutOne() throws IOException {
        // Given
        JsonNode body = JSON.readTree("{\"learner_id\": 42}");

        // When
        Optional<String> key = EventKey.of(Topic.GRADES, body);

        // Then
        assertThat(key).isEmpty();
    }

    @Test
    void readsOneValueOverManyLinesAndOneValuePerLine() throws IOException {
        // Given
        String text = "{\n \"grade\": 0.90\n}\n{\"grade\": 1}\n";

        // When
        List<JsonNode> bodies = BodyReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(bodies).extracting(JsonNode::toString).containsExactly("{\"grade\":0.90}", "{\"grade\":1}");
    }
}
