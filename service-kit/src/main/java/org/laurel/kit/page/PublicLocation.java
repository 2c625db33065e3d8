package org.laurel.kit.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sends clients to the address at which they reach Laurel; one outside Laurel stays. */
class PublicLocation {

    private final PublicUrl publicUrl;

    PublicLocation(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @ServerResponseFilter
    void publish(ContainerRequestContext request, ContainerResponseContext response) {
        Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location == null) {
            return;
        }
        URI address = URI.create(location.toString());
        boolean own = address.getRawAuthority() == null
                || Objects.equals(
                        address.getRawAuthority(),
                        request.getUriInfo().getBaseUri().getRawAuthority());
        if (own) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, publicUrl.of(address));
        }
    }
}
