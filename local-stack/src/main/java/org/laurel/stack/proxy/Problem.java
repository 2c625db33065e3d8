package org.laurel.stack.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * An answer of the proxy itself, as a problem document (RFC 9457).
 *
 * @param status HTTP status
 * @param title short summary
 * @param detail what is wrong with this request
 */
record Problem(int status, String title, String detail) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem noSuchPath(String path) {
        return new Problem(404, "Not Found", "No service answers under " + path + ".");
    }

    static Problem dotSegments() {
        return new Problem(400, "Bad Request", "A path must not contain dot segments.");
    }

    static Problem serviceDown(String service) {
        return new Problem(503, "Service Unavailable", "The service " + service + " does not answer.");
    }

    Buffer body(String path) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .toBuffer();
    }
}
