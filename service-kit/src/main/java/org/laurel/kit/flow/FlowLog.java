package org.laurel.kit.flow;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether this service logs which events come in and go out. The log is written by the statements that claim and append events
 * anyway, so it costs no round trip and stands if and only if their transaction commits.
 */
@Singleton
public class FlowLog {

    private final boolean kept;

    FlowLog(@ConfigProperty(name = "laurel.flow.log", defaultValue = "true") boolean kept) {
        this.kept = kept;
    }

    /** Whether it does. */
    public boolean isKept() {
        return kept;
    }
}
