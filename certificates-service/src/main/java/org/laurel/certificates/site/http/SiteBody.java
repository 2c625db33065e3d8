package org.laurel.certificates.site.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A site configuration to hold from now on, whole.
 *
 * @param changeReason why it changes, for the history
 */
public record SiteBody(
        @NotNull SiteSettings configuration,
        @Nullable @Size(max = 1000) String changeReason) {}
