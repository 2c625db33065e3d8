package org.laurel.bridge.topic.app;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.openedx.event.OpenEdxEvent;

/** The topics to which events for Open edX go. Nobody but the bridge should write to them. */
@Singleton
public class OpenEdxTopics {

    private final String prefix;
    private final String certificates;
    private final String enrollments;
    private final String programs;

    OpenEdxTopics(
            @ConfigProperty(name = "openedx.topics.prefix") Optional<String> prefix,
            @ConfigProperty(name = "laurel.openedx.certificate-topic") String certificates,
            @ConfigProperty(name = "laurel.openedx.enrollment-topic") String enrollments,
            @ConfigProperty(name = "laurel.openedx.program-topic") String programs) {
        this.prefix = prefix.orElse("");
        this.certificates = certificates;
        this.enrollments = enrollments;
        this.programs = programs;
    }

    /** The full name of the topic for events of a type. */
    public String of(OpenEdxEvent<?> event) {
        if (event.argument().equals("program_certificate")) {
            return prefix + programs;
        }
        return prefix + (event.argument().equals("certificate") ? certificates : enrollments);
    }
}
