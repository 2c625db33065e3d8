package org.laurel.bridge.outbound.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.bridge.outbound.domain.SendingRule;

/** The rule of what is sent, as the settings say. */
@Singleton
class SendingSettings {

    private final SendingRule rule;

    SendingSettings(
            @ConfigProperty(name = "laurel.openedx.origin") String origin,
            @ConfigProperty(name = "laurel.openedx.send-consequences") boolean sendsConsequences) {
        rule = new SendingRule(origin, sendsConsequences);
    }

    /** The rule. */
    public SendingRule rule() {
        return rule;
    }
}
