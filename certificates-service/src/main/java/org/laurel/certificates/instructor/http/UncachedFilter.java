package org.laurel.certificates.instructor.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells caches to keep nothing. See {@link Uncached}. */
@Provider
@Uncached
public class UncachedFilter implements ContainerResponseFilter {

    private static final String NOTHING = "max-age=0, no-cache, no-store, must-revalidate, private";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, NOTHING);
    }
}
