package org.laurel.bridge.openedx.registry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry's settings as operators give them. */
@Singleton
class RegistryConfiguration {

    /**
     * The settings.
     *
     * @throws IllegalArgumentException when they make no sense, which keeps the service from starting
     */
    @Produces
    @Singleton
    RegistrySettings settings(
            @ConfigProperty(name = "laurel.openedx.registry-url") String url,
            @ConfigProperty(name = "laurel.openedx.registry-key") Optional<String> key,
            @ConfigProperty(name = "laurel.openedx.registry-secret") Optional<String> secret,
            @ConfigProperty(name = "laurel.openedx.registry-timeout", defaultValue = "5s") Duration timeout,
            @ConfigProperty(name = "laurel.openedx.registry-insecure", defaultValue = "false") boolean maySendInClear) {
        return RegistrySettings.of(url, key, secret, timeout, maySendInClear);
    }
}
