package org.laurel.programs.configuration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/**
 * Change how a course run is certified.
 *
 * @param type the configuration of this type is meant, if the run has one; null for the one that stands for the run
 * @param isActive null leaves it as it is
 * @param date from when course credentials show
 * @param upsert whether a configuration of the type is made when the run has none of it; otherwise the one that stands for the
 *     run takes on the type
 * @param expected which version of the run's configurations must hold
 */
public record ConfigureCourse(
        CourseKey courseKey,
        @Nullable CertificateType type,
        @Nullable Boolean isActive,
        Member<Instant> date,
        boolean upsert,
        ExpectedVersion expected,
        Instant at,
        Cause cause) {}
