package org.laurel.e2e;

import java.util.Map;

/** The stack of the journeys, as a deployment has it. */
final class SharedStack extends StackExtension {

    SharedStack() {
        super("stack", Map.of());
    }
}
