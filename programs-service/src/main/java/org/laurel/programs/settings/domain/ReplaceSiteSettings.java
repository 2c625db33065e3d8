package org.laurel.programs.settings.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Let other site settings hold from now on. */
public record ReplaceSiteSettings(SiteSettings settings, ExpectedVersion expected, Instant at, Cause cause) {}
