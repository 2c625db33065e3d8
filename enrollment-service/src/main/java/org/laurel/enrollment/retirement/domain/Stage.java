package org.laurel.enrollment.retirement.domain;

import java.util.Locale;

/** How far a retirement has come. */
public enum Stage {
    /** Asked for; may be taken back. */
    PENDING,
    /** A driver has brought it to a dead end before the learner was retired; may be taken back. */
    STOPPED,
    CANCELLED,
    /** Erased here; not every service has reported yet. */
    RETIRED,
    /** Every service has reported; topics may still hold older events. */
    ERASED,
    /** Nothing is left. */
    COMPLETE;

    /** As clients read it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
