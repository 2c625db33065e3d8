package org.laurel.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.events.Topic;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;

/**
 * Keeps the events that tell of a change in the transaction of the change, for the {@link Relay} to publish after the commit:
 * an event is published if and only if its change commits.
 */
@ApplicationScoped
public class Outbox {

    /** The largest value that any topic but the one of course structures takes. */
    static final int LARGEST_VALUE = 64 * 1024;

    /** The largest course structure. */
    static final int LARGEST_STRUCTURE = 16 * 1024 * 1024;

    private final Sql sql;
    private final ObjectMapper json;
    private final Map<Class<?>, FactMapping<?>> mappings;
    private final Map<Class<?>, FactMapping<?>> found = new ConcurrentHashMap<>();

    Outbox(Sql sql, ObjectMapper json, @All List<FactMapping<?>> mappings) {
        this.sql = sql;
        this.json = json;
        this.mappings = mappings.stream().collect(Collectors.toMap(FactMapping::covers, Function.identity()));
    }

    /**
     * Appends the facts in the given order. The caller holds the locks of their keys.
     *
     * @throws IllegalArgumentException when an event is larger than its topic takes
     * @throws IllegalStateException when no mapping covers a fact
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<? extends DomainFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<Line> lines = new ArrayList<>(facts.size());
        for (DomainFact fact : facts) {
            lines.add(line(fact));
        }
        sql.update(
                """
                insert into outbox (event_id, topic, record_key, event_type, sequence, correlation_id, causation_id, origin,
                                    value)
                select t.event_id::uuid, t.topic, t.record_key, t.event_type, t.sequence, t.correlation_id, t.causation_id,
                       t.origin, t.value
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                            ?::text[])
                     with ordinality as t (event_id, topic, record_key, event_type, sequence, correlation_id, causation_id,
                                           origin, value, place)
                order by t.place
                """,
                Column.texts(lines, line -> EventIds.next()),
                Column.texts(lines, line -> line.event().type().topic().topicName()),
                Column.texts(lines, line -> line.event().body().key()),
                Column.texts(lines, line -> line.event().type().name()),
                Column.longs(lines, line -> line.event().sequence()),
                Column.texts(lines, line -> line.cause().correlationId()),
                Column.texts(lines, line -> line.cause().id()),
                Column.texts(lines, line -> line.cause().origin()),
                Column.texts(lines, Line::value));
    }

    private Line line(DomainFact fact) {
        OutgoingEvent event = map(fact);
        String value;
        try {
            value = json.writeValueAsString(event.body());
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("cannot write " + event.type().name(), failure);
        }
        Topic topic = event.type().topic();
        int limit = topic == Topic.COURSE_STRUCTURES ? LARGEST_STRUCTURE : LARGEST_VALUE;
        if (value.length() > limit / 4 && value.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new IllegalArgumentException(event.type().name() + " is larger than " + topic.topicName() + " takes");
        }
        return new Line(event, fact.cause(), value);
    }

    @SuppressWarnings("unchecked")
    private <F extends DomainFact> OutgoingEvent map(F fact) {
        FactMapping<F> mapping = (FactMapping<F>) found.computeIfAbsent(fact.getClass(), this::find);
        return mapping.map(fact);
    }

    private FactMapping<?> find(Class<?> fact) {
        return mappings.values().stream()
                .filter(mapping -> mapping.covers().isAssignableFrom(fact))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no FactMapping covers " + fact.getName()));
    }

    private record Line(OutgoingEvent event, Cause cause, String value) {}
}
