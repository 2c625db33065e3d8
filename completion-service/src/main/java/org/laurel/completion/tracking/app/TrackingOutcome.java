package org.laurel.completion.tracking.app;

import org.laurel.kit.revision.Revision;

/** What becomes of settings that are put. */
public sealed interface TrackingOutcome {

    /** They hold from now on, or did already. */
    record Held(Revision revision) implements TrackingOutcome {}

    /** Another revision holds than the client has seen. */
    record Outdated() implements TrackingOutcome {}
}
