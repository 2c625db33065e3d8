package org.laurel.certificates.instructor.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an operation is about.
 *
 * @param learners 1 to 1,000 usernames or e-mail addresses
 * @param notes what to note about all of them, nothing when absent
 */
public record LearnersRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull String> learners,
        @Size(max = 1000) @Nullable String notes) {

    String notesOrNone() {
        return notes == null ? "" : notes;
    }
}
