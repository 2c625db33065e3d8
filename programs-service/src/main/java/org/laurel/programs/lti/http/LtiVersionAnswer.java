package org.laurel.programs.lti.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.lti.db.LtiQuery.Version;

/**
 * A version of a program's tool.
 *
 * @param historyType {@code +} created, {@code ~} changed, {@code -} removed
 * @param changedBy who did it
 * @param changeReason why, null when nothing was said
 * @param configuration what held from then on; what had held, when it was removed
 */
public record LtiVersionAnswer(
        long historyId,
        Instant historyDate,
        @Schema(enumeration = {"+", "~", "-"}) String historyType,
        String changedBy,
        @Nullable String changeReason,
        LtiAnswer configuration) {

    static LtiVersionAnswer of(Version version) {
        return new LtiVersionAnswer(
                version.id(),
                version.at(),
                version.operation(),
                version.changedBy(),
                version.reason(),
                LtiAnswer.of(version.lti()));
    }
}
