package org.laurel.certificates.configuration.domain;

import java.time.Instant;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Let another certificate configuration hold for a course run from now on. */
public record ReplaceConfiguration(
        CourseKey courseKey, CourseConfiguration configuration, ExpectedVersion expected, Instant at, Cause cause) {}
