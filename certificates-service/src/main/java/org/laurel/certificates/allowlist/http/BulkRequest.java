package org.laurel.certificates.allowlist.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learners who are to be added, 1 to 1,000. */
public record BulkRequest(
        @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull Entry> entries) {

    /**
     * A learner who is to be added.
     *
     * @param username the username or the e-mail address
     * @param notes why, none when absent
     */
    public record Entry(@NotNull String username, @Nullable String notes) {}
}
