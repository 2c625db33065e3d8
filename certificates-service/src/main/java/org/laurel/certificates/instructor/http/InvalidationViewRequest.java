package org.laurel.certificates.instructor.http;

import org.jspecify.annotations.Nullable;

/** Whose certificate is meant, by username or e-mail address, and what to note. */
public record InvalidationViewRequest(
        @Nullable String user, @Nullable String notes) {}
