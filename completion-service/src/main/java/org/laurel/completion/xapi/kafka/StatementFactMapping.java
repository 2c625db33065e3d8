package org.laurel.completion.xapi.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.xapi.domain.StatementReleased;
import org.laurel.events.EventCatalogue;
import org.laurel.events.xapi.StatementMade;
import org.laurel.kit.outbox.FactMapping;
import org.laurel.kit.outbox.OutgoingEvent;

/** Maps statements to {@code xapi.statement-made}. */
@ApplicationScoped
class StatementFactMapping implements FactMapping<StatementReleased> {

    private final ObjectReader json;

    StatementFactMapping(ObjectMapper json) {
        this.json = json.readerFor(new TypeReference<Map<String, @Nullable Object>>() {})
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    @Override
    public Class<StatementReleased> covers() {
        return StatementReleased.class;
    }

    @Override
    public OutgoingEvent map(StatementReleased fact) {
        return OutgoingEvent.of(
                EventCatalogue.XAPI_STATEMENT_MADE,
                new StatementMade(fact.actor().toString(), statement(fact), fact.occurredAt()));
    }

    private Map<String, @Nullable Object> statement(StatementReleased fact) {
        try {
            return json.readValue(fact.json());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the queue holds JSON only", impossible);
        }
    }
}
