package org.laurel.programs.credential.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.credential.db.DecisionQuery;

/**
 * One of the decisions that staff have made about a credential.
 *
 * @param status {@code automatic} where the decision before was taken back
 * @param decidedAt since when it is so decided; another reason for the same status does not move it
 * @param decidedBy username of the person, or name of the system
 * @param reason why, null when none was given
 * @param version counts the decisions; the newest is the ETag of the decision
 */
public record DecisionVersionAnswer(
        @Schema(enumeration = {"awarded", "revoked", "automatic"})
        String status,

        Instant decidedAt,
        String decidedBy,
        @Nullable String reason,
        long version) {

    static DecisionVersionAnswer of(DecisionQuery.Entry entry) {
        return new DecisionVersionAnswer(
                entry.status(), entry.decidedAt(), entry.decidedBy(), entry.reason(), entry.version());
    }
}
