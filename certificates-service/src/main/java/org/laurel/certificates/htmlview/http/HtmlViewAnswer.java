package org.laurel.certificates.htmlview.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.revision.Revision;

/**
 * A revision of the configuration.
 *
 * @param id null before anybody has said anything
 * @param configuration JSON text, as it was given
 */
public record HtmlViewAnswer(
        @Nullable Long id,
        boolean enabled,
        String configuration,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String changeReason) {

    static final HtmlViewAnswer NONE = new HtmlViewAnswer(null, false, "{}", null, null, null);

    static HtmlViewAnswer of(Revision revision) {
        return new HtmlViewAnswer(
                revision.id(),
                revision.enabled(),
                revision.content(),
                revision.changedAt(),
                revision.changedBy(),
                revision.reason());
    }
}
