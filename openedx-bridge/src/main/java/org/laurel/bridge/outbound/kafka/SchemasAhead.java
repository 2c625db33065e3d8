package org.laurel.bridge.outbound.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.schema.app.SchemaIdAwaited;
import org.laurel.bridge.schema.app.SchemaIds;
import org.laurel.bridge.topic.app.OpenEdxTopics;
import org.laurel.bridge.topic.app.TopicChoice;
import org.laurel.bridge.translation.kafka.Mappings;

/** Wants the ids of all schemas that the bridge may need when it starts, so that the first fact need not wait for them. */
@Singleton
class SchemasAhead {

    private static final Logger LOG = Logger.getLogger(SchemasAhead.class);

    private final SchemaIds schemas;
    private final TopicChoice choice;
    private final OpenEdxTopics topics;

    SchemasAhead(SchemaIds schemas, TopicChoice choice, OpenEdxTopics topics) {
        this.schemas = schemas;
        this.choice = choice;
        this.topics = topics;
    }

    void want(@Observes StartupEvent event) {
        Mappings.sent().stream()
                .filter(type -> choice.chosen().of(type.argument()).isPresent())
                .forEach(this::want);
    }

    private void want(OpenEdxEvent<?> type) {
        try {
            schemas.of(type, topics.of(type));
        } catch (SchemaIdAwaited asked) {
            LOG.debugf("%s", asked.waitsFor());
        }
    }
}
