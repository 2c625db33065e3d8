package org.laurel.certificates.course.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy with who decided it.
 *
 * @param reason why, in a person's words; null when nobody said
 * @param recordedAt when it was stored
 */
public record KeptPolicy<P>(
        P policy, String changedBy, @Nullable String reason, Instant recordedAt) {}
