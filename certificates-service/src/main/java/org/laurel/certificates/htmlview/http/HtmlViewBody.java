package org.laurel.certificates.htmlview.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A configuration to hold from now on.
 *
 * @param enabled whether pages take values from it
 * @param configuration JSON text
 * @param changeReason why it changes, for the history
 */
public record HtmlViewBody(
        @NotNull Boolean enabled,

        @NotNull @Size(max = 100_000) @Schema(
                description =
                        "JSON text: an object of objects, the section \"default\" and one for each mode that differs")
        String configuration,

        @Nullable @Size(max = 1000) String changeReason) {}
