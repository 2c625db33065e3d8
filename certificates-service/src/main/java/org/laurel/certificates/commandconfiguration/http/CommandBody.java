package org.laurel.certificates.commandconfiguration.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Arguments for a command, to hold from now on.
 *
 * @param enabled whether the command may be run with them
 * @param arguments absent for none
 * @param changeReason why they change, for the history
 */
public record CommandBody(
        @NotNull Boolean enabled,

        @Nullable @Size(max = 100_000) @Schema(
                description = "The options as on a command line, with the quotes of a shell: "
                        + "--old-text 'Old name' --new-text 'New name' --templates 1 2")
        String arguments,

        @Nullable @Size(max = 1000) String changeReason) {}
