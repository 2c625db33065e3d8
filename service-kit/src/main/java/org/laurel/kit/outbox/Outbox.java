package org.laurel.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.events.Topic;
import org.laurel.events.Writer;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.kit.event.EventTooLarge;
import org.laurel.kit.event.ValueLimits;
import org.laurel.kit.flow.FlowSubject;

/**
 * Keeps the events that tell of a change in the transaction of the change, for the {@link Relay} to publish after the commit:
 * an event is published if and only if its change commits.
 */
@ApplicationScoped
public class Outbox {

    private final OutboxTable table;
    private final ObjectMapper json;
    private final Map<Class<?>, FactMapping<?>> mappings;
    private final Map<Class<?>, FactMapping<?>> found = new ConcurrentHashMap<>();
    private final Wires wires;
    private final ValueLimits limits;
    private final Writer writer;

    Outbox(
            OutboxTable table,
            ObjectMapper json,
            @All List<FactMapping<?>> mappings,
            Wires wires,
            ValueLimits limits,
            @ConfigProperty(name = "outbox.writer") String writer) {
        this.writer = Writer.valueOf(writer.toUpperCase(Locale.ROOT));
        this.table = table;
        this.wires = wires;
        this.limits = limits;
        this.json = json;
        this.mappings = mappings.stream().collect(Collectors.toMap(FactMapping::covers, Function.identity()));
    }

    /**
     * Appends the facts in the given order. The caller holds the locks of their keys.
     *
     * @throws EventTooLarge when an event is larger than its topic takes; the change must not commit then
     * @throws IllegalStateException when no mapping covers a fact, or this service is not the one that writes its event: what
     *     others own is only read here, whoever asks
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<? extends DomainFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<OutboxLine> lines = new ArrayList<>(facts.size());
        for (DomainFact fact : facts) {
            lines.add(line(fact));
        }
        table.insert(lines);
    }

    private OutboxLine line(DomainFact fact) {
        return switch (map(fact)) {
            case OutgoingEvent event -> line(event, fact.cause());
            case ForeignEvent event -> line(event, fact.cause());
        };
    }

    private OutboxLine line(ForeignEvent event, Cause cause) {
        if (wires.encoding(event.type()).isEmpty()) {
            throw new IllegalStateException("no WireEncoding covers " + event.type());
        }
        requireSize(event.type(), event.topic(), event.value());
        return new OutboxLine(
                event.topic(),
                event.key(),
                event.subject(),
                event.courseKey(),
                event.type(),
                null,
                cause,
                event.value());
    }

    private OutboxLine line(OutgoingEvent event, Cause cause) {
        if (!event.type().writers().contains(writer)) {
            throw new IllegalStateException(event.type().name() + " is not written by " + writer.displayName());
        }
        String value;
        try {
            value = json.writeValueAsString(event.body());
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("cannot write " + event.type().name(), failure);
        }
        Topic topic = event.type().topic();
        requireSize(event.type().name(), topic.topicName(), value);
        return new OutboxLine(
                topic.topicName(),
                event.body().key(),
                null,
                FlowSubject.courseKey(event.body()),
                event.type().name(),
                event.sequence(),
                cause,
                value);
    }

    private void requireSize(String type, String topic, String value) {
        int limit = limits.of(topic);
        if (value.length() > limit / 4 && value.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new EventTooLarge(type, limit);
        }
    }

    @SuppressWarnings("unchecked")
    private <F extends DomainFact> Outgoing map(F fact) {
        FactMapping<F> mapping = (FactMapping<F>) found.computeIfAbsent(fact.getClass(), this::find);
        return mapping.map(fact);
    }

    private FactMapping<?> find(Class<?> fact) {
        return mappings.values().stream()
                .filter(mapping -> mapping.covers().isAssignableFrom(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no FactMapping covers " + fact.getName()));
    }
}
