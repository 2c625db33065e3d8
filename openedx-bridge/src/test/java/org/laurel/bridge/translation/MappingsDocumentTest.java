package org.laurel.bridge.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.translation.kafka.Mappings;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventType;
import org.laurel.kit.test.RepositoryRoot;

/** The guide shows the table as it is; {@code -Dlaurel.update=true} writes it anew. */
class MappingsDocumentTest {

    private static final String END = "<!-- end of mappings -->";

    @Test
    void theGuideHoldsTheTable() throws IOException {
        // Given
        Path guide = RepositoryRoot.find().resolve("docs/openedx.md");
        String text = Files.readString(guide);
        int begin = text.indexOf('\n', text.indexOf("<!-- begin of mappings")) + 1;

        // When
        String table = String.join("\n", lines()) + "\n";

        // Then
        if (Boolean.getBoolean("laurel.update")) {
            Files.writeString(guide, text.substring(0, begin) + table + text.substring(text.indexOf(END)));
        } else {
            assertThat(text.substring(begin, text.indexOf(END))).isEqualTo(table);
        }
    }

    @Test
    void everyTypeOfOpenEdxThatIsKnownIsReadOrSent() {
        // When
        Set<OpenEdxEvent<?>> mapped =
                Mappings.in().stream().map(Mappings.In::event).collect(Collectors.toSet());
        mapped.addAll(Mappings.sent());

        // Then
        assertThat(mapped).containsExactlyInAnyOrderElementsOf(OpenEdxEvents.all());
    }

    /** Except that a learner is retired, which is the kit's affair. */
    @Test
    void everyTypeOnTheTopicsOfLaurelThatTheBridgeReadsHasARow() throws IOException {
        // Given
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        Set<String> read = Set.of(settings.getProperty("openedx.topics.laurel").split(","));

        // When
        Set<EventType<?>> rows =
                Mappings.out().stream().map(Mappings.Out::laurel).collect(Collectors.toSet());

        // Then
        assertThat(EventCatalogue.all().stream()
                        .filter(type -> read.contains(type.topic().topicName()))
                        .filter(type -> !type.equals(EventCatalogue.LEARNER_RETIRED)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(rows).contains(type));
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "From Open edX (`org.openedx.` before each type; topics without the prefix of the site):",
                "",
                "| event of Open edX | default topic | becomes | how |",
                "|---|---|---|---|"));
        Mappings.in()
                .forEach(in -> lines.add("| `%s` | `%s` | %s | %s |"
                        .formatted(
                                in.event().type().replaceFirst("org\\.openedx\\.", ""),
                                in.event().topic(),
                                in.laurel() == null
                                        ? "nothing"
                                        : "`" + in.laurel().name() + "`",
                                in.note())));
        lines.addAll(List.of("", "To Open edX:", "", "| event of Laurel | becomes | how |", "|---|---|---|"));
        Mappings.out()
                .forEach(out -> lines.add("| `%s` | %s | %s |"
                        .formatted(
                                out.laurel().name(),
                                out.openEdx().isEmpty()
                                        ? "nothing"
                                        : out.openEdx().stream()
                                                .map(type ->
                                                        "`" + type.type().replaceFirst("org\\.openedx\\.", "") + "`")
                                                .collect(Collectors.joining(", ")),
                                out.note())));
        lines.add("");
        return lines;
    }
}
