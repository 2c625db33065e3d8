package org.laurel.bridge.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A registry that can be away: the two calls of Confluent's API, and beside them {@code POST /test/up}, {@code /test/down} and
 * {@code PUT /test/schemas/{id}}.
 */
public class SwitchableRegistry implements QuarkusTestResourceLifecycleManager {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> schemas = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger(5_000);
    private final AtomicBoolean up = new AtomicBoolean(true);
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "laurel.openedx.registry-url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/test/")) {
            steer(path, body);
            send(call, 200, "{}");
        } else if (!up.get()) {
            send(call, 503, "{}");
        } else if (path.startsWith("/subjects/")) {
            send(
                    call,
                    200,
                    "{\"id\":" + register(json.readTree(body).path("schema").asText()) + "}");
        } else {
            String schema = schemas.get(Integer.valueOf(path.substring(path.lastIndexOf('/') + 1)));
            send(
                    call,
                    schema == null ? 404 : 200,
                    schema == null
                            ? "{\"error_code\":40403,\"message\":\"no such schema\"}"
                            : json.createObjectNode().put("schema", schema).toString());
        }
    }

    private void steer(String path, String body) {
        switch (path) {
            case "/test/up" -> up.set(true);
            case "/test/down" -> up.set(false);
            default -> schemas.put(Integer.valueOf(path.substring(path.lastIndexOf('/') + 1)), body);
        }
    }

    private int register(String schema) {
        int id = ids.computeIfAbsent(schema, text -> last.incrementAndGet());
        schemas.put(id, schema);
        return id;
    }

    private static void send(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        call.sendResponseHeaders(status, bytes.length);
        try (var out = call.getResponseBody()) {
            out.write(bytes);
        }
    }
}
