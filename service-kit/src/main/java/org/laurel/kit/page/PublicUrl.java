package org.laurel.kit.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where clients reach Laurel ({@code laurel.public-url}): the beginning of every link, whatever host a request names. */
@ApplicationScoped
public class PublicUrl {

    private final String origin;

    PublicUrl(@ConfigProperty(name = "laurel.public-url") String origin) {
        this.origin = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    }

    /** The same path, query and fragment for clients. */
    public String of(URI address) {
        return origin + pathOf(address);
    }

    /** Path, query and fragment as they are written. */
    public static String pathOf(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        return address.getRawPath() + query + fragment;
    }
}
