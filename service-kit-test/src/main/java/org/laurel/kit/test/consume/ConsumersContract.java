package org.laurel.kit.test.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.laurel.events.EventCatalogue;
import org.laurel.events.EventSchemas;
import org.laurel.events.EventType;
import org.laurel.events.Writer;

/**
 * The schemas name a service as a consumer of just those types that it handles, so that the reference tells truly who gets a
 * fact. A service extends this as a {@code @QuarkusTest}.
 */
public abstract class ConsumersContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The types that the service's handlers want, whether it reads their topics or not. */
    protected abstract Stream<EventType<?>> handled();

    @Test
    void schemasNameTheServiceWhereItHandlesTheType() {
        // Given
        Config config = ConfigProvider.getConfig();
        Set<String> topics = Set.of(config.getValue("mp.messaging.incoming.events.topics", String[].class));
        String writer = config.getValue("outbox.writer", String.class);
        String service = Writer.valueOf(writer.toUpperCase(Locale.ROOT)).displayName();

        // When
        List<String> consumed = handled()
                .filter(type -> EventCatalogue.find(type.name()).isPresent())
                .filter(type -> topics.contains(type.topic().topicName()))
                .map(EventType::name)
                .distinct()
                .toList();

        // Then
        assertThat(consumed).isNotEmpty().containsExactlyInAnyOrderElementsOf(named(service));
    }

    private static List<String> named(String service) {
        return EventCatalogue.all().stream()
                .map(EventType::name)
                .filter(type ->
                        consumers(type).valueStream().anyMatch(consumer -> service.equals(consumer.textValue())))
                .toList();
    }

    private static JsonNode consumers(String type) {
        try {
            return JSON.readTree(EventSchemas.find(type).orElseThrow()).path("x-consumers");
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
