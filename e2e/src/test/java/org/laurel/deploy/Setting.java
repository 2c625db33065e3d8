package org.laurel.deploy;

import java.util.Locale;
import java.util.Set;

/**
 * A setting of a service.
 *
 * @param property its name in properties files, {@code laurel.db.url}
 * @param defaultValue what holds when nobody sets it; empty when there is nothing
 */
record Setting(String property, String defaultValue) {

    private static final Set<String> OPTIONAL = Set.of(
            "laurel.instance.id",
            "laurel.jwt.audience",
            "laurel.mail.user",
            "laurel.mail.password",
            "laurel.commerce.token",
            "laurel.commerce.token-origin",
            "laurel.lti.provider-types",
            "laurel.lti.secret-key",
            "laurel.enrollment.mode-floors",
            "laurel.enrollment.embargoed-countries",
            "laurel.completion.xapi.lms-root",
            "laurel.completion.xapi.actor-secret",
            "laurel.completion.xapi.lrs.endpoint",
            "laurel.completion.xapi.lrs.user",
            "laurel.completion.xapi.lrs.password",
            "laurel.completion.xapi.lrs.token",
            "laurel.openedx.topic-prefix",
            "laurel.openedx.certificate-topic",
            "laurel.openedx.enrollment-topic",
            "laurel.openedx.program-topic",
            "laurel.openedx.registry-key",
            "laurel.openedx.registry-secret");

    /** The name in the environment, {@code LAUREL_DB_URL}. */
    String environmentName() {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Whether a deployment has to set it: without a default, or with one that only fits a developer's machine. */
    boolean isRequired() {
        return !OPTIONAL.contains(property) && (defaultValue.isBlank() || defaultValue.contains("localhost"));
    }
}
