package org.laurel.certificates.rendering.app;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurel.kit.page.PublicUrl;

/** Public addresses of template assets, there and back. */
@Singleton
class AssetAddresses {

    private static final String PATH = "/certificates/assets/";

    private final String publicUrl;
    private final Pattern address;

    AssetAddresses(PublicUrl publicUrl) {
        this.publicUrl = publicUrl.origin();
        this.address =
                Pattern.compile("(?:" + Pattern.quote(publicUrl.origin()) + ")?" + PATH + "([A-Za-z0-9_-]{1,255})");
    }

    String of(String slug) {
        return publicUrl + PATH + slug;
    }

    /** The asset's name, empty when the address is not one of an asset. */
    Optional<String> slug(String url) {
        Matcher matcher = address.matcher(url);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
