package org.laurel.bridge.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mode in which a course run is offered.
 *
 * @param expiresAt until when learners may take it, null when it does not end
 */
public record CourseMode(String slug, @Nullable Instant expiresAt) {

    /** Whether learners may take it at this time, the last moment included. */
    public boolean isUsable(Instant at) {
        return expiresAt == null || !expiresAt.isBefore(at);
    }
}
