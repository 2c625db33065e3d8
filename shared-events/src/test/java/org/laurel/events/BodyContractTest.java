package org.laurel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Record, schema and sample of every event type say the same. */
class BodyContractTest {

    private static final ObjectMapper MAPPER = ContractMapper.create();

    static List<EventType<?>> types() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySampleIsValid(EventType<?> type) {
        // Given
        List<String> samples = EventSamples.all(type.name());

        // When
        Stream<List<String>> violations = samples.stream().map(sample -> ContractFiles.violations(type, sample));

        // Then
        assertThat(violations)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void anOlderSampleIsReadWithNothingInTheMembersThatCameLater(EventType<?> type) throws JsonProcessingException {
        for (String sample : EventSamples.all(type.name())) {
            // Given
            ObjectNode told = (ObjectNode) ContractFiles.tree(sample);

            // When
            ObjectNode written =
                    (ObjectNode) ContractFiles.tree(MAPPER.writeValueAsString(MAPPER.readValue(sample, type.body())));

            // Then
            assertThat(written.deepCopy().retain(names(told))).isEqualTo(told);
            assertThat(written.deepCopy().remove(names(told)).valueStream()).allMatch(JsonNode::isNull);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theNewestSampleSurvivesTheRecordWithoutLoss(EventType<?> type) throws JsonProcessingException {
        // Given
        String sample = ContractFiles.sample(type);

        // When
        String written = MAPPER.writeValueAsString(MAPPER.readValue(sample, type.body()));

        // Then
        assertThat(ContractFiles.tree(written)).isEqualTo(ContractFiles.tree(sample));
        assertThat(ContractFiles.violations(type, written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaAndSampleHaveTheMembersOfTheRecord(EventType<?> type) {
        // Given
        BodyShape shape = BodyShape.of(type.body());

        // When
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));

        // Then
        assertSame(shape, schema, ContractFiles.tree(ContractFiles.sample(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aBodyWithoutARequiredMemberIsRefused(EventType<?> type) {
        for (String member : requiredMembers(type)) {
            // Given
            ObjectNode without = sampleTree(type);
            without.remove(member);

            // When
            List<String> violations = ContractFiles.violations(type, without.toString());

            // Then
            assertThat(violations).as("without %s", member).isNotEmpty();
            assertRefused(type, without);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aBodyWithNullInARequiredMemberIsRefused(EventType<?> type) {
        for (String member : requiredMembers(type)) {
            // Given
            ObjectNode withNull = sampleTree(type).putNull(member);

            // When
            List<String> violations = ContractFiles.violations(type, withNull.toString());

            // Then
            assertThat(violations).as("null %s", member).isNotEmpty();
            assertRefused(type, withNull);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aBodyWithRequiredMembersOnlyIsAccepted(EventType<?> type) throws JsonProcessingException {
        // Given
        ObjectNode smallest = sampleTree(type).retain(requiredMembers(type));

        // When
        EventBody body = MAPPER.readValue(smallest.toString(), type.body());

        // Then
        assertThat(ContractFiles.violations(type, smallest.toString())).isEmpty();
        assertThat(body.occurredAt()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("types")
    void membersOfLaterMinorVersionsAreIgnored(EventType<?> type) throws JsonProcessingException {
        // Given
        ObjectNode later = sampleTree(type).put("added_later", "x");

        // When
        EventBody body = MAPPER.readValue(later.toString(), type.body());

        // Then
        assertThat(ContractFiles.violations(type, later.toString())).isEmpty();
        assertThat(body).isEqualTo(MAPPER.readValue(ContractFiles.sample(type), type.body()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theKeyIsTheMemberThatTheTopicNames(EventType<?> type) throws JsonProcessingException {
        // Given
        String member = switch (type.topic().keyedBy()) {
            case LEARNER -> "learner_id";
            case COURSE -> "course_key";
            case PROGRAM -> "program_uuid";
            case ACTOR -> "actor";
        };

        // When
        String key = MAPPER.readValue(ContractFiles.sample(type), type.body()).key();

        // Then
        assertThat(key).isEqualTo(sampleTree(type).get(member).textValue());
    }

    private static void assertSame(BodyShape shape, JsonNode schema, JsonNode sample) {
        List<String> names =
                shape.members().stream().map(BodyShape.Member::name).toList();
        assertThat(names(schema.get("properties"))).containsExactlyElementsOf(names);
        assertThat(names(sample)).containsExactlyElementsOf(names);
        assertThat(schema.get("required").valueStream().map(JsonNode::textValue))
                .containsExactlyElementsOf(shape.members().stream()
                        .filter(member -> !member.nullable())
                        .map(BodyShape.Member::name)
                        .toList());
        for (BodyShape.Member member : shape.members()) {
            JsonNode property = schema.get("properties").get(member.name());
            assertThat(typesOf(property)).as(member.name()).isEqualTo(expectedTypes(member));
            BodyShape nested = member.nested();
            if (nested != null) {
                JsonNode value = sample.get(member.name());
                assertSame(
                        nested,
                        property.has("items") ? property.get("items") : property,
                        value.isArray() ? value.get(0) : value);
            }
        }
    }

    private static List<String> expectedTypes(BodyShape.Member member) {
        return member.nullable() ? List.of(member.jsonType(), "null") : List.of(member.jsonType());
    }

    private static List<String> typesOf(JsonNode property) {
        JsonNode type = property.get("type");
        return type.isArray() ? type.valueStream().map(JsonNode::textValue).toList() : List.of(type.textValue());
    }

    private static void assertRefused(EventType<?> type, JsonNode body) {
        assertThatThrownBy(() -> MAPPER.readValue(body.toString(), type.body()))
                .as("%s", body)
                .isInstanceOfAny(ValueInstantiationException.class, MismatchedInputException.class);
    }

    private static List<String> requiredMembers(EventType<?> type) {
        return BodyShape.of(type.body()).members().stream()
                .filter(member -> !member.nullable())
                .map(BodyShape.Member::name)
                .toList();
    }

    private static ObjectNode sampleTree(EventType<?> type) {
        return (ObjectNode) ContractFiles.tree(ContractFiles.sample(type));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
