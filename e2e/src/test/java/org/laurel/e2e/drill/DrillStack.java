package org.laurel.e2e.drill;

import org.laurel.e2e.StackExtension;

/**
 * The stack of the drills, shared by all of them. Brakes never engage: drills take back more certificates and send more
 * unreadable records than a deployment lets pass without a person.
 */
final class DrillStack extends StackExtension {
    DrillStack() {
        super("drill-stack", NO_BRAKES);
    }
}
