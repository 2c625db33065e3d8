package org.laurel.programs.credential.http;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.credential.db.DecisionQuery;

/**
 * What staff decided about a credential.
 *
 * @param decidedBy username of the person, or name of the system
 * @param reason why, null when none was given
 */
public record DecisionAnswer(
        UUID credentialUuid,
        @Schema(enumeration = {"awarded", "revoked"}) String status,
        Instant decidedAt,
        String decidedBy,
        @Nullable String reason) {

    static DecisionAnswer of(DecisionQuery.Found found) {
        return new DecisionAnswer(
                found.credentialUuid(), found.status(), found.decidedAt(), found.decidedBy(), found.reason());
    }
}
