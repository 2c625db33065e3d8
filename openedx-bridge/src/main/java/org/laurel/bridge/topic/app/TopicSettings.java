package org.laurel.bridge.topic.app;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Puts the prefix of an Open edX site before the names of its topics, with a hyphen between them as Open edX does, and adds
 * them to the topics that the service reads.
 */
public class TopicSettings implements ConfigSourceFactory {

    private static final int BELOW_EVERYTHING_ELSE = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext settings) {
        String prefix = value(settings, "laurel.openedx.topic-prefix")
                .map(text -> text + "-")
                .orElse("");
        List<String> read = names(settings, "laurel.openedx.topics")
                .map(topic -> prefix + topic)
                .toList();
        String all = Stream.concat(names(settings, "openedx.topics.laurel"), read.stream())
                .distinct()
                .collect(Collectors.joining(","));
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "openedx.topics.prefix", prefix,
                        "openedx.topics.read", String.join(",", read),
                        "laurel.consume.topics", all),
                "topics of Open edX",
                BELOW_EVERYTHING_ELSE));
    }

    private static Stream<String> names(ConfigSourceContext settings, String name) {
        return value(settings, name).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty());
    }

    private static Optional<String> value(ConfigSourceContext settings, String name) {
        return Optional.ofNullable(settings.getValue(name))
                .map(ConfigValue::getValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
