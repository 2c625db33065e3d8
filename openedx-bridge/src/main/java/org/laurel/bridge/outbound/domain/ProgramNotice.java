package org.laurel.bridge.outbound.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/**
 * A credential of a program was awarded or revoked. Who the learner is must be known from elsewhere.
 *
 * @param isAwarded false when it was revoked
 * @param credentialUuid the credential
 * @param availableAt from when it may be shown, null at once
 * @param version orders what is told of the credential
 */
public record ProgramNotice(
        LearnerId learnerId,
        boolean isAwarded,
        String credentialUuid,
        String programUuid,
        String programTitle,
        String programType,
        @Nullable Instant availableAt,
        long version,
        Retelling retelling,
        Instant at,
        Cause cause)
        implements StateFact {

    @Override
    public Subject subject() {
        return Subject.program(learnerId, credentialUuid);
    }

    @Override
    public FactKind kind() {
        return isAwarded ? FactKind.AWARDED : FactKind.REVOKED;
    }

    /** It is all that there is to tell. */
    @Override
    public List<FactKind> wholeState(boolean everAwarded) {
        return List.of(kind());
    }
}
