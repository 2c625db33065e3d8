package org.laurel.bridge.schema.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.laurel.bridge.openedx.avro.WriterSchema;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.bridge.openedx.registry.SchemaRegistry;
import org.laurel.bridge.schema.db.SchemaTable;
import org.laurel.kit.event.UnprocessableEvent;

/**
 * Knows the schemas with which others write. What an id stands for does not change as long as the registry keeps its data, so
 * each is asked for once per process; while the registry is away, or does not know an id any more, what it said before holds. A
 * registry that was set up anew gives numbers again: what cannot be read with a schema that is only remembered is read again
 * with what the registry says now.
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
     * Reads something with the schema of an id.
     *
     * @param topic on which it was met
     * @param reading throws {@link UnprocessableEvent} when the schema does not fit
     * @throws UnprocessableEvent {@code unknown_schema} when the registry does not know the id and never told of it; otherwise what
     *     the reading throws
     * @throws RegistryUnavailable when the registry is away and never told
     */
    public <T> T read(int id, String topic, Function<WriterSchema, T> reading) {
        WriterSchema remembered = known.get(id);
        if (remembered == null) {
            return reading.apply(learned(id, ask(id, topic)));
        }
        try {
            return reading.apply(remembered);
        } catch (UnprocessableEvent unreadable) {
            WriterSchema now = learned(id, askAgain(id, topic, remembered));
            if (now.equals(remembered)) {
                throw unreadable;
            }
            LOG.warnf("The schema registry was set up anew: schema %d is another one now", id);
            return reading.apply(now);
        }
    }

    private WriterSchema learned(int id, String content) {
        WriterSchema schema = WriterSchema.parse(content);
        known.put(id, schema);
        return schema;
    }

    private String askAgain(int id, String topic, WriterSchema remembered) {
        return absence.ask(
                () -> told(id, topic), () -> Optional.of(remembered.schema().toString()));
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
