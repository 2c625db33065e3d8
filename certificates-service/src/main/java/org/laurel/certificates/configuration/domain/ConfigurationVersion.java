package org.laurel.certificates.configuration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A version of a course run's certificate configuration. The highest version holds.
 *
 * @param version counts from 1 in each run
 * @param changedBy username of who made the version, or a service client's name
 * @param reason why, in that person's words; null when nothing was said
 */
public record ConfigurationVersion(
        CourseKey courseKey,
        long version,
        CourseConfiguration configuration,
        Instant changedAt,
        String changedBy,
        @Nullable String reason) {}
