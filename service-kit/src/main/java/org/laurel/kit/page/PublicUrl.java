package org.laurel.kit.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where clients reach Laurel ({@code laurel.public-url}): the beginning of every link, whatever host a request names. */
@ApplicationScoped
public class PublicUrl {

    private final String origin;

    /**
     * The address of a deployment.
     *
     * @param origin such as {@code https://learn.example.org}, without a path
     */
    public PublicUrl(@ConfigProperty(name = "laurel.public-url") String origin) {
        this.origin = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    }

    /** The beginning of all addresses, without a slash at the end. */
    public String origin() {
        return origin;
    }

    /** Where clients find what a {@code Location} names. A relative one stays, as one outside Laurel does. */
    public String locate(URI location, UriInfo asked) {
        boolean own = location.isAbsolute()
                && Objects.equals(location.getRawAuthority(), asked.getBaseUri().getRawAuthority());
        return own ? of(location) : location.toString();
    }

    /** The same path, query and fragment for clients. */
    String of(URI address) {
        return origin + pathOf(address);
    }

    /** Path, query and fragment as they are written. */
    static String pathOf(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        return address.getRawPath() + query + fragment;
    }
}
