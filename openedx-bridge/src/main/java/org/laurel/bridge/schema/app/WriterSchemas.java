package org.laurel.bridge.schema.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.avro.WriterSchema;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.bridge.openedx.registry.SchemaRegistry;
import org.laurel.bridge.schema.db.SchemaTable;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * Knows the schemas with which others write. What an id stands for never changes, so each is asked for once per process; while
 * the registry is away, or after it has lost its data, what it said before holds.
 */
@Singleton
public class WriterSchemas {

    private static final Logger LOG = Logger.getLogger(WriterSchemas.class);

    private final SchemaRegistry registry;
    private final SchemaTable table;
    private final RegistryAbsence absence;
    private final Map<Integer, WriterSchema> known = new ConcurrentHashMap<>();

    WriterSchemas(SchemaRegistry registry, SchemaTable table, RegistryAbsence absence) {
        this.registry = registry;
        this.table = table;
        this.absence = absence;
    }

    /**
     * The schema of an id.
     *
     * @param topic on which it was met
     * @throws UnprocessableEvent {@code unknown_schema} when the registry does not know the id and never told of it
     * @throws RegistryUnavailable when the registry is away and never told
     */
    public WriterSchema of(int id, String topic) {
        WriterSchema schema = known.get(id);
        if (schema == null) {
            schema = WriterSchema.parse(ask(id, topic));
            known.put(id, schema);
        }
        return schema;
    }

    private String ask(int id, String topic) {
        return absence.ask(() -> told(id, topic), () -> table.writer(id));
    }

    private String told(int id, String topic) {
        Optional<String> content = registry.schema(id, topic + "-value");
        if (content.isPresent()) {
            QuarkusTransaction.requiringNew().run(() -> table.keepWriter(id, content.get()));
            return content.get();
        }
        String before = table.writer(id)
                .orElseThrow(() ->
                        new UnprocessableEvent("unknown_schema", "the schema registry does not know schema " + id));
        LOG.warnf("The schema registry does not know schema %d any more; what it said before holds", id);
        return before;
    }
}
