package org.laurel.programs.lti.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.ExpectedVersion;

/** What becomes of a configuration that is to be removed. */
public enum LtiRemovalDecision {
    /** It is removed. */
    REMOVED,
    /** There was none. */
    ABSENT,
    /** Another version holds than the client has seen. */
    OUTDATED;

    /**
     * Decides.
     *
     * @param current null when there is no configuration
     */
    public static LtiRemovalDecision decide(@Nullable Long current, ExpectedVersion expected) {
        if (current == null) {
            return ABSENT;
        }
        return expected.isMetBy(current) ? REMOVED : OUTDATED;
    }
}
