package org.laurel.e2e.openedx;

import java.util.List;
import org.laurel.e2e.StackExtension;
import org.laurel.stack.LaurelService;

/**
 * What a site with certificates needs of Laurel, and a real schema registry, Apicurio's. Brakes never engage: the drill of the
 * bridge takes back more certificates than a deployment lets pass without a person.
 */
public final class OpenEdxStack extends StackExtension {
    /** The services of this stack. */
    public static final List<LaurelService> SERVICES =
            List.of(LaurelService.ENROLLMENT, LaurelService.CERTIFICATES, LaurelService.BRIDGE);

    OpenEdxStack() {
        super(
                "openedx-stack",
                config -> config.withServices(SERVICES).withSettings(NO_BRAKES).withRegistry());
    }
}
