package org.laurel.bridge.topic.app;

import jakarta.inject.Singleton;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/** The topics to which events for Open edX go. Nobody but the bridge should write to them. */
@Singleton
public class OpenEdxTopics {

    private final TopicChoice choice;

    OpenEdxTopics(TopicChoice choice) {
        this.choice = choice;
    }

    /**
     * The full name of the topic for events of a type.
     *
     * @throws IllegalStateException when they are not told
     */
    public String of(OpenEdxEvent<?> event) {
        return choice.chosen()
                .of(event.argument())
                .orElseThrow(() -> new IllegalStateException(event.type() + " is not told"));
    }
}
