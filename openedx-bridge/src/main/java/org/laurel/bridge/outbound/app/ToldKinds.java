package org.laurel.bridge.outbound.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.bridge.openedx.event.OpenEdxEvent;
import org.laurel.bridge.openedx.event.OpenEdxEvents;
import org.laurel.bridge.outbound.domain.Subject;
import org.laurel.bridge.schema.app.SchemaRefusals;
import org.laurel.bridge.topic.app.TopicChoice;

/**
 * Of which kinds of Laurel's states the site is told now. A kind without a topic is not, and one whose schemas the registry
 * refuses is not either, since what comes in would wait with it: both are remembered, and telling again makes up for them.
 * Credentials of programs have a place to wait in, so the refused ones wait. How many kinds are refused is shown.
 */
@Singleton
class ToldKinds {

    private final TopicChoice topics;
    private final SchemaRefusals refusals;

    ToldKinds(TopicChoice topics, SchemaRefusals refusals, MeterRegistry metrics) {
        this.topics = topics;
        this.refusals = refusals;
        metrics.gauge("laurel.openedx.kinds.refused", this, ToldKinds::refused);
    }

    /** Whether the site is told of states of this kind. */
    boolean isTold(Subject.Kind kind) {
        return topic(kind).isPresent() && !isRefused(kind);
    }

    /** Whether the site is told of states of this kind now, or once the registry takes its schemas. */
    boolean isToldOrWaits(Subject.Kind kind) {
        return isTold(kind) || (kind == Subject.Kind.PROGRAM && isRefused(kind));
    }

    /** Whether it is not only because the registry refuses its schemas. */
    boolean isRefused(Subject.Kind kind) {
        return topic(kind)
                .filter(topic -> events(kind).stream().anyMatch(event -> refusals.concern(event, topic)))
                .isPresent();
    }

    /** The topic for a kind; empty when the site is not to be told of it. */
    Optional<String> topic(Subject.Kind kind) {
        return topics.chosen().of(argument(kind));
    }

    /** The events that tell of a kind. */
    static List<OpenEdxEvent<?>> events(Subject.Kind kind) {
        return OpenEdxEvents.all().stream()
                .filter(event -> event.argument().equals(argument(kind)))
                .toList();
    }

    private double refused() {
        return Stream.of(Subject.Kind.values()).filter(this::isRefused).count();
    }

    /** What Open edX calls the data. */
    private static String argument(Subject.Kind kind) {
        return switch (kind) {
            case CERTIFICATE -> "certificate";
            case ENROLLMENT -> "enrollment";
            case PROGRAM -> "program_certificate";
        };
    }
}
