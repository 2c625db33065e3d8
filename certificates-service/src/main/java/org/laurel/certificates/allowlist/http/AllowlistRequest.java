package org.laurel.certificates.allowlist.http;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is to be.
 *
 * @param notes why, for other staff; none when absent
 * @param enabled false keeps the entry without effect; true when absent
 */
public record AllowlistRequest(
        @Size(max = 1000) @Nullable String notes, @Nullable Boolean enabled) {}
