package org.laurel.bridge.topic.app;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.topic.domain.SentTopics;

/** What the site is told, and where, as the settings say. */
@Singleton
public class TopicChoice {

    private final SentTopics chosen;

    TopicChoice(
            @ConfigProperty(name = "openedx.topics.prefix") Optional<String> prefix,
            @ConfigProperty(name = "laurel.openedx.certificate-topic") Optional<String> certificates,
            @ConfigProperty(name = "laurel.openedx.enrollment-topic") Optional<String> enrollments,
            @ConfigProperty(name = "laurel.openedx.program-topic") Optional<String> programs) {
        String before = prefix.orElse("");
        chosen = new SentTopics(topic(before, certificates), topic(before, enrollments), topic(before, programs));
    }

    /** The topics. */
    public SentTopics chosen() {
        return chosen;
    }

    private static Optional<String> topic(String prefix, Optional<String> name) {
        return name.map(String::strip).filter(text -> !text.isEmpty()).map(text -> prefix + text);
    }
}
