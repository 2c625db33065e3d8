package org.laurel.e2e.drill;

import java.util.Map;
import org.laurel.e2e.StackExtension;

/**
 * The stack of the drills, shared by all of them. Brakes never engage: drills take back more certificates and send more
 * unreadable records than a deployment lets pass without a person.
 */
final class DrillStack extends StackExtension {
    private static final String NEVER = "1000000";

    DrillStack() {
        super(
                "drill-stack",
                Map.of(
                        "LAUREL_BRAKE_REVOCATION_FLOOR", NEVER,
                        "LAUREL_BRAKE_REVOCATION_RATE", NEVER,
                        "LAUREL_BRAKE_PARKED_FLOOR", NEVER));
    }
}
