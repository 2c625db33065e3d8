package org.laurel.kit.flow;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way that facts go through a service.
 *
 * @param at when it happened here
 * @param service which service tells it
 * @param kind {@code fact}: an event came in; {@code decision}: the service's own state changed; {@code event}: an event went out
 * @param type the type of the event, or which state changed
 * @param summary in a few words, without personal data
 * @param courseKey the course run that it is about, null without one
 * @param eventId the event's id, null for a decision
 * @param correlationId shared by everything that one original fact led to
 * @param causationId the event or request that led to it, null where a chain starts
 * @param version of the state that changed or is told of; null without one
 * @param occurredAt business time of a fact that came in, null for others
 */
public record FlowEntry(
        Instant at,
        String service,
        @Schema(enumeration = {"fact", "decision", "event"}) String kind,
        String type,
        String summary,
        @Nullable String courseKey,
        @Nullable String eventId,
        String correlationId,
        @Nullable String causationId,
        @Nullable Long version,
        @Nullable Instant occurredAt) {}
