package org.laurel.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.laurel.events.ContractFiles;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSchemas;
import org.laurel.events.EventType;

/**
 * Nothing that was released is taken away within a major version. What is released lies under
 * {@code src/test/resources/released}; with {@code -Dlaurel.update=true} additions are accepted there, and nothing else is.
 */
class EvolutionTest {

    private static final String NEXT_MAJOR =
            "Within a major version members are only added and what is taken only widens. Anything else is a new type with"
                    + " the next major version beside the old one";
    private static final String HOW_TO_ACCEPT =
            "Additions are accepted by ./laurel mvn -pl shared-events test -Dlaurel.update=true; commit what it writes";

    @BeforeAll
    static void acceptAdditions() {
        if (!Boolean.getBoolean("laurel.update")) {
            return;
        }
        if (breaches().isEmpty()
                && changed(Released.topics(), Released.currentTopics()).isEmpty()
                && changed(Released.samples(), Released.currentSamples()).isEmpty()) {
            EventCatalogue.all().forEach(type -> Released.accept(type.name(), ContractFiles.schema(type)));
            Released.acceptLists();
        }
    }

    @Test
    void noSchemaTakesAwayWhatItGave() {
        // Given
        Map<String, String> released = Released.schemas();

        // When
        List<String> breaches = breaches();

        // Then
        assertThat(released).isNotEmpty();
        assertThat(breaches).as(NEXT_MAJOR).isEmpty();
    }

    @Test
    void noTypeLeavesItsTopic() {
        // Given
        Map<String, String> released = Released.topics();

        // When
        Map<String, String> current = Released.currentTopics();

        // Then
        assertThat(changed(released, current)).as(NEXT_MAJOR).isEmpty();
    }

    @Test
    void noSampleChanges() {
        // Given
        Map<String, String> released = Released.samples();

        // When
        Map<String, String> current = Released.currentSamples();

        // Then
        assertThat(changed(released, current))
                .as(
                        "A sample stands for what is on topics already. Show a new member by a further sample <type>.<n>.json")
                .isEmpty();
    }

    @Test
    void everyAdditionIsAccepted() {
        // Given
        Map<String, String> released = Released.schemas();

        // When
        List<String> open = EventCatalogue.all().stream()
                .filter(type -> !ContractFiles.schema(type).equals(released.get(type.name())))
                .map(EventType::name)
                .toList();

        // Then
        assertThat(open).as(HOW_TO_ACCEPT).isEmpty();
        assertThat(Released.currentTopics()).as(HOW_TO_ACCEPT).isEqualTo(Released.topics());
        assertThat(Released.currentSamples()).as(HOW_TO_ACCEPT).isEqualTo(Released.samples());
    }

    private static List<String> breaches() {
        List<String> breaches = new ArrayList<>();
        Released.schemas()
                .forEach((type, released) -> EventSchemas.find(type)
                        .ifPresentOrElse(
                                current -> SchemaComparison.breaches(
                                                ContractFiles.tree(released), ContractFiles.tree(current))
                                        .forEach(breach -> breaches.add(type + " " + breach)),
                                () -> breaches.add(type + ": the type is gone")));
        return breaches;
    }

    private static List<String> changed(Map<String, String> released, Map<String, String> current) {
        return released.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(current.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
