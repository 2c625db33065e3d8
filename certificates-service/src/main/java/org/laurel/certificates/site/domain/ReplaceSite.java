package org.laurel.certificates.site.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/** Let another site configuration hold from now on. */
public record ReplaceSite(SiteConfiguration site, Instant at, Cause cause) {}
