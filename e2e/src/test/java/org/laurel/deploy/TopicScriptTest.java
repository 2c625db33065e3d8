package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.events.Topic;

class TopicScriptTest {

    private static final String SCRIPT = "deploy/kafka/create-topics.sh";

    static List<DeployedService> services() {
        return DeployedService.all();
    }

    @Test
    void createsTheTopicsOfTheTopicFile() throws IOException {
        // Given
        List<JsonNode> topics = topics();

        // When
        List<String> calls = topics.stream().map(TopicScriptTest::call).toList();

        // Then
        new GeneratedSection(SCRIPT, "topics").check(calls);
    }

    @Test
    void theTopicFileNamesTheTopicsOfTheCatalogue() {
        // Given
        Set<String> catalogue = Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());

        // When
        Set<String> created = topicNames();

        // Then
        assertThat(created).containsAll(catalogue);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyConsumedTopicIsCreated(DeployedService service) {
        // Given
        Set<String> created = topicNames();

        // When
        List<String> consumed = service.consumedTopics();

        // Then
        assertThat(created).containsAll(consumed);
    }

    private static List<JsonNode> topics() {
        return Nodes.list(Repository.yaml("deploy/topics.yaml").path("topics"));
    }

    private static Set<String> topicNames() {
        return topics().stream().map(topic -> topic.path("name").asText()).collect(Collectors.toSet());
    }

    private static String call(JsonNode topic) {
        String settings = Stream.of(
                        "retention_ms", "segment_ms", "max_message_bytes", "compression_type", "cleanup_policy")
                .map(name -> name.replace('_', '.') + "=" + topic.path(name).asText())
                .collect(Collectors.joining(" "));
        return "topic %s %s %s"
                .formatted(topic.path("name").asText(), topic.path("partitions").asText(), settings);
    }
}
