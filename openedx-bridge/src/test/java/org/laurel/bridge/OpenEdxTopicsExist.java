package org.laurel.bridge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Stream;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.kit.test.LaurelInfrastructure;

/** The topics that a site makes, and the one for enrollments that Laurel decided. */
public class OpenEdxTopicsExist implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Stream.concat(OpenEdxEvents.all().stream().map(OpenEdxEvent::topic), Stream.of("learning-enrollment-lifecycle"))
                .distinct()
                .forEach(topic -> LaurelInfrastructure.createTopic(topic, 3));
        return Map.of();
    }

    @Override
    public void stop() {}
}
