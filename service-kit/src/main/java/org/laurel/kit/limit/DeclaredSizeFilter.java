package org.laurel.kit.limit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;

/**
 * Refuses a body whose sender says that it is too large, before anything takes it in, with an answer that says what to do: the
 * server's own limit, which comes next, answers nothing.
 *
 * <p>A client that waits for our consent ({@code Expect}) need not send the body at all. Others send before they listen, so the
 * body is read and dropped first, as far as it is not many times what is allowed; beyond that the connection is closed.
 */
@Singleton
class DeclaredSizeFilter {

    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;
    private static final int TIMES_DROPPED = 8;

    private final BodySize sizes;
    private final ObjectMapper json;

    DeclaredSizeFilter(BodySize sizes, ObjectMapper json) {
        this.sizes = sizes;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        long size = size(request.getHeader(HttpHeaders.CONTENT_LENGTH));
        String path = Objects.requireNonNullElse(request.path(), "");
        BodyLimit limit = sizes.of(path);
        if (size <= limit.bytes()) {
            exchange.next();
            return;
        }
        String document = document(limit.problem().at(path, null));
        if (request.getHeader("Expect") != null || size > sizes.largest() * TIMES_DROPPED) {
            exchange.response().putHeader("Connection", "close");
            answer(exchange, document).onComplete(sent -> request.connection().close());
        } else {
            request.handler(dropped -> {});
            request.endHandler(end -> answer(exchange, document));
            request.resume();
        }
    }

    private static Future<Void> answer(RoutingContext exchange, String document) {
        return exchange.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(document);
    }

    private String document(Problem problem) {
        try {
            return json.writeValueAsString(problem);
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
