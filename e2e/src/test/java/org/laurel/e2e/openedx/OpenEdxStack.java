package org.laurel.e2e.openedx;

import java.util.List;
import org.laurel.e2e.StackExtension;
import org.laurel.stack.LaurelService;

/** What a site with certificates needs of Laurel, and a real schema registry, Apicurio's. */
final class OpenEdxStack extends StackExtension {

    OpenEdxStack() {
        super(
                "openedx-stack",
                config -> config.withServices(
                                List.of(LaurelService.ENROLLMENT, LaurelService.CERTIFICATES, LaurelService.BRIDGE))
                        .withRegistry());
    }
}
