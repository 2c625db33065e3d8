package org.laurel.kit.revision;

import java.time.Instant;
import org.laurel.kit.domain.Cause;

/** Give a setting another value. */
public record Revise(String subject, boolean enabled, String content, Instant at, Cause cause) {

    /** Whether this is what the setting says already. */
    public boolean repeats(Revision current) {
        return enabled == current.enabled() && content.equals(current.content());
    }
}
