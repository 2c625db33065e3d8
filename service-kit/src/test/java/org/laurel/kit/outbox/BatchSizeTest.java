package org.laurel.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.events.Topic;
import org.laurel.kit.test.RepositoryRoot;

class BatchSizeTest {

    @Test
    void everyTopicTakesABatchOfTheRelay() throws IOException {
        // Given
        var file = RepositoryRoot.find().resolve("deploy/topics.yaml").toFile();

        // When
        JsonNode topics = new YAMLMapper().readTree(file).path("topics");

        // Then
        assertThat(topics)
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.path("max_message_bytes").asInt())
                        .as(topic.path("name").asText())
                        .isGreaterThan(RelayConnections.BATCH_SIZE));
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicTakesItsLargestValueWithRoomForHeaders(Topic topic) throws IOException {
        // Given
        var file = RepositoryRoot.find().resolve("deploy/topics.yaml").toFile();

        // When
        JsonNode topics = new YAMLMapper().readTree(file).path("topics");

        // Then
        assertThat(topics)
                .filteredOn(one -> one.path("name").asText().equals(topic.topicName()))
                .singleElement()
                .satisfies(one -> assertThat(one.path("max_message_bytes").asInt())
                        .isGreaterThanOrEqualTo(topic.largestValue() + 32 * 1024));
    }
}
