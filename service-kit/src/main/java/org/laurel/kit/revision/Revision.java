package org.laurel.kit.revision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a setting that only grows (certificates and programs descriptions, section 1, ConfigurationModel). The newest revision of
 * a subject holds.
 *
 * @param id grows with every revision, over all subjects
 * @param subject which setting, such as {@code html-view}
 * @param enabled whether the content counts
 * @param content the setting's value, in the form that its feature chose
 * @param changedBy username of who added the revision, or a service client's name
 * @param reason why, in that person's words; null when nothing was said
 */
public record Revision(
        long id,
        String subject,
        boolean enabled,
        String content,
        Instant changedAt,
        String changedBy,
        @Nullable String reason) {}
