package org.laurel.programs.settings.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Site settings to hold from now on, whole.
 *
 * @param changeReason why they change, for the history
 */
public record SiteBody(
        @NotNull SiteMembers configuration,
        @Nullable @Size(max = 1000) String changeReason) {}
