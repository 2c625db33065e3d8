package org.laurel.certificates.legacyimport.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;

/**
 * Refuses a file whose sender says that it is too large, before anything reads it: a client that waits for our consent need not
 * send it at all, and others get an answer that says what to do. The server's own limit, which comes next, answers nothing.
 */
@Singleton
public class ImportSizeFilter {

    private static final String IMPORTS = "/api/certificates/v1/imports";
    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

    private final ObjectMapper json;
    private final long largest;

    ImportSizeFilter(ObjectMapper json, @ConfigProperty(name = "laurel.import.max-part-size") MemorySize largest) {
        this.json = json;
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext request) {
        String path = request.request().path();
        boolean tooLarge = path != null
                && path.startsWith(IMPORTS)
                && size(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > largest;
        if (!tooLarge) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(document());
    }

    private String document() {
        try {
            return json.writeValueAsString(ImportBody.tooLarge().problem());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long size(@Nullable String declared) {
        try {
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
