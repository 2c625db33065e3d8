package org.laurel.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.events.KeyedBy;
import org.laurel.events.Topic;
import org.laurel.stack.LaurelService;
import org.laurel.stack.OpenEdxSite;
import org.laurel.stack.StackPaths;

class TopicFileTest {
    private final List<TopicDefinition> topics =
            TopicFile.read(StackPaths.find().topicFile()).topics();

    @Test
    void namesEveryTopicOfTheCatalogueWithItsKey() {
        // Given
        List<String> catalogue = Arrays.stream(Topic.values())
                .map(topic ->
                        topic.topicName() + " by " + topic.keyedBy().name().toLowerCase(Locale.ROOT))
                .toList();

        // When
        List<String> file = topics.stream()
                .map(topic -> topic.name() + " by " + topic.key())
                .toList();

        // Then
        assertThat(file).containsExactlyInAnyOrderElementsOf(catalogue);
    }

    @Test
    void namesEveryTopicThatTheBridgeReadsOrWrites() throws IOException {
        // Given
        Properties bridge = new Properties();
        Path settings = StackPaths.find()
                .home()
                .resolve(LaurelService.BRIDGE.module())
                .resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(settings)) {
            bridge.load(reader);
        }

        // When
        List<String> file = TopicFile.read(StackPaths.find().openEdxTopicFile()).topics().stream()
                .map(TopicDefinition::name)
                .toList();

        // Then
        assertThat(file)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(bridge.getProperty("laurel.openedx.topics")
                                        .split(",")),
                                OpenEdxSite.TOPICS.values().stream())
                        .toList());
    }

    @Test
    void givesAllLearnerTopicsTheSameNumberOfPartitions() {
        // Given
        String learner = KeyedBy.LEARNER.name().toLowerCase(Locale.ROOT);

        // When
        List<Integer> partitions = topics.stream()
                .filter(topic -> topic.key().equals(learner))
                .map(TopicDefinition::partitions)
                .distinct()
                .toList();

        // Then
        assertThat(partitions).hasSize(1);
    }

    @Test
    void leavesRoomForHeadersAboveTheLargestValue() {
        // Given
        int largestValue = 64 * 1024;

        // When Then
        assertThat(topics)
                .allSatisfy(topic -> assertThat(topic.maxMessageBytes()).isGreaterThan(largestValue));
    }
}
