package org.laurel.completion.tracking.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Have other settings hold from now on, if an expected revision does until now. */
public record ReplaceTracking(TrackingSettings settings, ExpectedVersion expected, Instant at, Cause cause) {}
