package org.laurel.programs.settings.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.settings.domain.ProgramsApi;

/**
 * A configuration of the programs API to hold from now on.
 *
 * @param marketingPath where under the site's marketing root the pages about programs are; empty when absent
 * @param changeReason why it changes, for the history
 */
public record ProgramsApiBody(
        @NotNull Boolean enabled,

        @Nullable @Size(max = 255) @Pattern(regexp = "[A-Za-z0-9._~/?&=%#+-]*", message = "must consist of characters of an address") String marketingPath,

        @Nullable @Size(max = 1000) String changeReason) {

    ProgramsApi configuration() {
        return new ProgramsApi(enabled, marketingPath == null ? "" : marketingPath);
    }
}
