package org.laurel.kit.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells where clients find what Laurel made, see {@link PublicUrl#locate}. */
class PublicLocation {

    private final PublicUrl publicUrl;

    PublicLocation(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Resources and the framework give an address; what is written as a text is left as it is written. */
    @ServerResponseFilter
    void publish(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getHeaders().getFirst(HttpHeaders.LOCATION) instanceof URI location) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, publicUrl.locate(location, request.getUriInfo()));
        }
    }
}
