package org.laurel.bridge.schema.app;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.registry.RegistryUnavailable;
import org.laurel.bridge.openedx.registry.SchemaRefused;
import org.laurel.bridge.schema.db.SchemaTable;

/**
 * Knows under which ids the registry keeps the schemas that we write with. It never asks the registry itself, since whoever
 * wants an id stands in a transaction: {@link SchemaAsking} does, ahead of that and again and again, because a registry that was
 * set up anew gives other ids. An id that only our table knows holds until the registry has answered.
 */
@Singleton
public class SchemaIds {

    /** How long an answer is taken for true; registering what is registered changes nothing. */
    static final Duration SETTLED_FOR = Duration.ofMinutes(1);

    private final SchemaTable table;
    private final Clock clock;
    private final Map<OwnSchema, Known> known = new ConcurrentHashMap<>();
    private final Map<OwnSchema, RegistryUnavailable> failures = new ConcurrentHashMap<>();
    private final Set<OwnSchema> wanted = ConcurrentHashMap.newKeySet();
    private final Semaphore wishes = new Semaphore(0);

    SchemaIds(SchemaTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Ids of the schemas of an event's key and value.
     *
     * @param key 0 for an event without a key
     */
    public record Ids(int key, int value) {}

    /**
     * @param isProvisional whether the registry was away or refused when it was asked last
     * @param toldAt when the registry told it last; the earliest of times when it never did in this process
     */
    record Known(int id, boolean isProvisional, Instant toldAt) {

        /** What our table says. */
        static Known before(int id) {
            return new Known(id, true, Instant.MIN);
        }

        /** That the registry was away makes no older what it said before that. */
        private static Known after(Known before, Known found) {
            return found.isProvisional() && before.id() == found.id()
                    ? new Known(found.id(), true, before.toldAt())
                    : found;
        }
    }

    /**
     * The ids for events of a type on a topic.
     *
     * @throws SchemaIdAwaited when the registry never gave them; it is asked for them now
     */
    public Ids of(OpenEdxEvent<?> event, String topic) {
        OwnSchema value = OwnSchema.ofValue(event, topic);
        Optional<OwnSchema> key = OwnSchema.ofKey(event, topic);
        // both before the first is missed, or the second would be asked for only when it is met
        key.ifPresent(wanted::add);
        wanted.add(value);
        Optional<Integer> keyId = key.map(this::find);
        return new Ids(keyId.orElse(0), find(value));
    }

    /** What is known of a schema by now. */
    Optional<Known> known(OwnSchema schema) {
        return Optional.ofNullable(known.get(schema));
    }

    /** Schemas whose ids somebody wanted and the registry has not told, at least not lately. */
    List<OwnSchema> open() {
        return wanted.stream().filter(schema -> !isSettled(schema)).toList();
    }

    /** How many ids somebody waits for that nobody ever told. For those of schemas that the registry refuses nobody does. */
    long awaited() {
        return wanted.stream()
                .filter(schema -> !known.containsKey(schema) && !isRefused(schema))
                .count();
    }

    /** Takes in what was found out. */
    void learn(OwnSchema schema, Known found) {
        known.merge(schema, found, Known::after);
        failures.remove(schema);
    }

    /** Whether the registry refuses a schema for which it never gave an id. That holds until it takes it. */
    boolean isRefused(OwnSchema schema) {
        return failures.get(schema) instanceof SchemaRefused;
    }

    /** Takes in why nothing was found out; true when it was another reason before, or none. */
    boolean learn(OwnSchema schema, RegistryUnavailable failure) {
        RegistryUnavailable before = failures.get(schema);
        if (failure instanceof SchemaRefused || !(before instanceof SchemaRefused)) {
            failures.put(schema, failure);
        }
        return before == null
                || !Objects.equals(
                        before.getMessage(),
                        failures.getOrDefault(schema, failure).getMessage());
    }

    /** For each wish for an id that is not known, so that somebody may wait for wishes. */
    Semaphore wishes() {
        return wishes;
    }

    private int find(OwnSchema schema) {
        Known found = known.get(schema);
        if (found != null) {
            return found.id();
        }
        wishes.release();
        int before = table.id(schema.subject(), schema.fingerprint())
                .orElseThrow(() -> SchemaIdAwaited.of(schema, failure(schema)));
        known.putIfAbsent(schema, Known.before(before));
        return before;
    }

    private @Nullable RegistryUnavailable failure(OwnSchema schema) {
        return failures.get(schema);
    }

    private boolean isSettled(OwnSchema schema) {
        Known found = known.get(schema);
        return found != null
                && !found.isProvisional()
                && clock.instant().isBefore(found.toldAt().plus(SETTLED_FOR));
    }
}
