package org.laurel.stack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.laurel.events.KeyedBy;
import org.laurel.events.Topic;
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
