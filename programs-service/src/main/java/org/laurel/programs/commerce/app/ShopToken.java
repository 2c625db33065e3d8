package org.laurel.programs.commerce.app;

import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token by which a shop knows this service. It goes to the shop that the deployment names and to no other: whoever may
 * set the site's shop must not get hold of it.
 */
@Dependent
class ShopToken {

    private final Optional<String> secret;
    private final @Nullable String origin;

    /**
     * A token for one shop.
     *
     * @param secret none: no shop knows this service
     * @param shop address of the shop that may see it; without one nobody does
     */
    ShopToken(
            @ConfigProperty(name = "laurel.commerce.token") Optional<String> secret,
            @ConfigProperty(name = "laurel.commerce.token-origin") Optional<URI> shop) {
        this.secret = secret;
        this.origin = shop.map(ShopToken::origin).orElse(null);
    }

    /** The token for a request to this address, empty when the address is not the shop's. */
    Optional<String> at(URI address) {
        return secret.filter(token -> origin(address).equals(origin));
    }

    /** Scheme, host and port, without those that a URI means anyway. */
    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
