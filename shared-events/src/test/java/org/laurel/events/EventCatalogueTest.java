package org.laurel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.events.learner.LearnerRetired;

class EventCatalogueTest {

    @Test
    void listsEveryConstantOnce() {
        // Given
        List<EventType<?>> constants = Arrays.stream(EventCatalogue.class.getFields())
                .<EventType<?>>map(EventCatalogueTest::constant)
                .toList();

        // When
        List<EventType<?>> all = EventCatalogue.all();

        // Then
        assertThat(all).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void findsATypeByItsName() {
        // Given
        String name = "org.laurel.passing-status.changed.v1";

        // When
        var found = EventCatalogue.find(name);

        // Then
        assertThat(found).contains(EventCatalogue.PASSING_STATUS_CHANGED);
    }

    @Test
    void findsNothingUnderAnUnknownName() {
        // Given
        String unknown = "org.laurel.passing-status.changed.v9";

        // When
        var found = EventCatalogue.find(unknown);

        // Then
        assertThat(found).isEmpty();
        assertThat(EventSchemas.find(unknown)).isEmpty();
        assertThat(EventSamples.find("../schema/" + unknown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "sample"})
    void everyContractFileBelongsToAType(String folder) {
        // Given
        List<Path> files = ContractFiles.list(folder);

        // When
        Stream<String> names =
                files.stream().map(file -> file.getFileName().toString().replaceFirst("(\\.[0-9]+)?\\.json$", ""));

        // Then
        assertThat(names.distinct())
                .containsExactlyInAnyOrderElementsOf(
                        EventCatalogue.all().stream().map(EventType::name).toList());
    }

    @Test
    void splitsANameIntoSubjectAndMajorVersion() {
        // Given
        EventType<?> type = EventCatalogue.CERTIFICATE_PREFERENCES_CHANGED;

        // When
        String subject = type.subject();

        // Then
        assertThat(subject).isEqualTo("org.laurel.learner.certificate-preferences.changed");
        assertThat(type.major()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "org.laurel.x.y", "org.laurel.x.y.v0", "org.other.x.y.v1", "org.laurel.X.y.v1"})
    void refusesANameOfAnotherForm(String name) {
        // Given
        Set<Writer> writers = Set.of(Writer.PLATFORM);

        // When
        var creation = assertThatThrownBy(
                () -> new EventType<>(name, LearnerRetired.class, Topic.LEARNERS, writers, "A sentence."));

        // Then
        creation.isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTopicIsMarkedWhenItsBodiesHoldPersonalData(Topic topic) {
        // Given
        List<EventType<?>> types = EventCatalogue.all().stream()
                .filter(type -> type.topic() == topic)
                .toList();

        // When
        boolean marked = types.stream()
                .map(ContractFiles::schema)
                .map(ContractFiles::tree)
                .anyMatch(schema -> !schema.findValues("x-pii").isEmpty());

        // Then
        assertThat(marked).isEqualTo(topic.carriesPersonalData());
    }

    @Test
    void schemasNameTheirConsumersAsTheCatalogueDoes() {
        // Given
        List<String> known =
                Arrays.stream(Writer.values()).map(Writer::displayName).toList();

        // When
        Stream<JsonNode> consumers = EventCatalogue.all().stream()
                .map(ContractFiles::schema)
                .map(schema -> ContractFiles.tree(schema).path("x-consumers"));

        // Then
        assertThat(consumers)
                .allSatisfy(names -> assertThat(names.valueStream().map(JsonNode::textValue))
                        .isNotEmpty()
                        .isSubsetOf(known));
    }

    private static EventType<?> constant(Field field) {
        try {
            return (EventType<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is not readable", e);
        }
    }
}
