package org.laurel.programs.completionmail.http;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.completionmail.db.TemplateQuery.Version;

/**
 * A version of a template.
 *
 * @param historyType {@code +} created, {@code ~} changed, {@code -} removed
 * @param changedBy who did it
 * @param changeReason why, null when nothing was said
 * @param template what held from then on; what had held, when it was removed
 */
public record TemplateVersionAnswer(
        long historyId,
        Instant historyDate,
        @Schema(enumeration = {"+", "~", "-"}) String historyType,
        String changedBy,
        @Nullable String changeReason,
        TemplateAnswer template) {

    static TemplateVersionAnswer of(Version version) {
        return new TemplateVersionAnswer(
                version.id(),
                version.at(),
                version.operation(),
                version.changedBy(),
                version.reason(),
                TemplateAnswer.of(version.template()));
    }
}
