package org.laurel.kit.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a change happens: who asked for it and which event or request led to it. A command carries its cause, the changed
 * row stores it, and the events that tell of the change copy it into their headers.
 *
 * @param by who asked: a username, a service client's name, or the source of an event
 * @param reason free text given by a person, null when there is none
 * @param id the id of the event or request that led to the change
 * @param correlationId the id shared by everything that one original fact led to
 * @param origin set by a bridge and copied along the chain of causes, so that nothing is sent back to where it came from
 */
public record Cause(
        String by,
        @Nullable String reason,
        String id,
        String correlationId,
        @Nullable String origin) {

    public Cause {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /** A cause with no person's reason and no bridge behind it, which starts its own correlation. */
    public static Cause of(String by, String id) {
        return new Cause(by, null, id, id, null);
    }

    /** The same cause with the reason that a person gave. */
    public Cause because(@Nullable String text) {
        return new Cause(by, text, id, correlationId, origin);
    }
}
