package org.laurel.certificates.invalidation.http;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a certificate is declared invalid, for other staff; none when absent. */
public record InvalidationRequest(
        @Size(max = 1000) @Nullable String notes) {}
