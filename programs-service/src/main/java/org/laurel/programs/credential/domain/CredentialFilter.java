package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * Which credentials to list; null members do not restrict.
 *
 * @param programUuid the program's credentials and the course credentials of its runs
 * @param visibleAt those that a learner may see at this time
 */
public record CredentialFilter(
        @Nullable LearnerId learnerId,
        @Nullable CredentialStatus status,
        @Nullable Kind kind,
        @Nullable UUID programUuid,
        @Nullable Instant visibleAt) {

    /** The same as of another time, where it is about what may be seen. */
    public CredentialFilter seen(Instant at) {
        return visibleAt == null ? this : new CredentialFilter(learnerId, status, kind, programUuid, at);
    }

    /** What a credential is for. */
    public enum Kind {
        /** A program. */
        PROGRAM,
        /** A course run. */
        COURSE_RUN
    }
}
