package org.laurel.bridge.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.bridge.topic.app.TopicSettings;

/** The prefix of a site stands before the names of its topics, and before no name of Laurel's. */
class TopicSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | one,two | laurel.learners,one,two",
                "dev | one, two | laurel.learners,dev-one,dev-two",
                "dev | '' | laurel.learners"
            })
    void putsThePrefixBeforeTheSitesTopics(String prefix, String topics, String read) {
        // Given
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "laurel.openedx.topic-prefix", prefix,
                                "laurel.openedx.topics", topics,
                                "openedx.topics.laurel", "laurel.learners"),
                        "test",
                        100))
                .withSources(new TopicSettings());

        // When
        SmallRyeConfig settings = builder.build();

        // Then
        assertThat(settings.getConfigValue("laurel.consume.topics").getRawValue())
                .isEqualTo(read);
        assertThat(settings.getConfigValue("openedx.topics.prefix").getRawValue())
                .isEqualTo(prefix.isEmpty() ? "" : prefix + "-");
    }
}
