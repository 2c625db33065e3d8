package org.laurel.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema tells everything about every member, at any depth: what it means, its form, its range, whether it is personal. */
class SchemaCompletenessTest {

    /** What these members hold is a person's, wherever the body is about a learner. */
    private static final Set<String> PERSONAL =
            Set.of("username", "email", "name", "certificate_name", "verified_name");

    static List<EventType<?>> types() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyMemberIsDescribed(EventType<?> type) {
        // Given
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));

        // When
        List<String> silent = failing(
                schema,
                (name, member) ->
                        isItem(name) || member.path("description").asText().endsWith("."));

        // Then
        assertThat(schema.path("title").textValue()).isNotBlank();
        assertThat(schema.path("description").textValue()).endsWith(".");
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTextHasALengthAFormOrAVocabulary(EventType<?> type) {
        // Given
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));

        // When
        List<String> endless = failing(
                schema,
                (name, member) -> !takes(member, "string")
                        || hasOneOf(member, "enum", "maxLength", "format")
                        || member.path("pattern").asText().matches("\\^(\\[[^]]+]\\{[0-9,]+}-?)+\\$"));

        // Then
        assertThat(endless).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTimeIsATimeAlsoForReadersThatCheckNoFormats(EventType<?> type) {
        // Given
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));

        // When
        List<String> loose = failing(
                schema,
                (name, member) -> (!name.endsWith("_at") || isTime(member) || isMap(member))
                        && (!member.has("format") || hasOneOf(member, "pattern", "maxLength")));

        // Then
        assertThat(loose).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyNumberHasARangeAndEveryCollectionALimit(EventType<?> type) {
        // Given
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));

        // When
        List<String> endless = failing(
                schema,
                (name, member) -> !((takes(member, "integer") || takes(member, "number"))
                                && !(member.has("minimum") && member.has("maximum")))
                        && !(takes(member, "array") && !member.has("maxItems"))
                        && !(isMap(member) && !member.has("maxProperties")));

        // Then
        assertThat(endless).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsAPersonsIsMarkedAsSuch(EventType<?> type) {
        // Given
        JsonNode schema = ContractFiles.tree(ContractFiles.schema(type));
        boolean aboutLearners = type.topic().keyedBy() == KeyedBy.LEARNER;

        // When
        List<String> wrong = failing(
                schema,
                (name, member) -> member.path("x-pii").asBoolean() == (aboutLearners && PERSONAL.contains(last(name))));

        // Then
        assertThat(wrong).isEmpty();
    }

    private static List<String> failing(JsonNode schema, BiPredicate<String, JsonNode> rule) {
        Map<String, JsonNode> members = new TreeMap<>();
        collect(members, "", schema);
        List<String> failing = new ArrayList<>();
        members.forEach((name, member) -> {
            if (!rule.test(name, member)) {
                failing.add(name);
            }
        });
        return failing;
    }

    private static void collect(Map<String, JsonNode> members, String prefix, JsonNode object) {
        object.path("properties").properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            members.put(name, entry.getValue());
            collect(members, name + ".", entry.getValue());
            Stream.of("items", "additionalProperties", "propertyNames")
                    .map(entry.getValue()::path)
                    .filter(JsonNode::isObject)
                    .forEach(item -> {
                        members.put(name + "[]", item);
                        collect(members, name + "[].", item);
                    });
        });
    }

    private static boolean takes(JsonNode member, String type) {
        JsonNode types = member.path("type");
        return types.asText().equals(type)
                || types.valueStream().anyMatch(one -> one.asText().equals(type));
    }

    private static boolean hasOneOf(JsonNode member, String... keywords) {
        return Stream.of(keywords).anyMatch(member::has);
    }

    private static boolean isMap(JsonNode member) {
        return member.path("additionalProperties").isObject();
    }

    private static boolean isTime(JsonNode member) {
        return member.path("format").asText().equals("date-time");
    }

    private static boolean isItem(String name) {
        return name.endsWith("[]");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
