package org.laurel.bridge.schema;

import static io.restassured.RestAssured.given;

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
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.laurel.bridge.SeededSchemas;

/**
 * A registry that can be away or refuse to register: the two calls of Confluent's API, and beside them {@code POST /test/up},
 * {@code /test/down}, {@code /test/refuse}, {@code /test/anew}, which loses all data, and {@code PUT /test/schemas/{id}}. With the argument {@code down} it starts away, and
 * nobody has ever heard of it; with {@code refuse} nobody may write to it.
 */
public class SwitchableRegistry implements QuarkusTestResourceLifecycleManager {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> schemas = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger(5_000);
    private final AtomicBoolean up = new AtomicBoolean(true);
    private final AtomicBoolean refuses = new AtomicBoolean();
    private @Nullable HttpServer server;

    /** Where it is. */
    public static String url() {
        return ConfigProvider.getConfig().getValue("laurel.openedx.registry-url", String.class);
    }

    /** Calls one of the operations for tests. */
    public static void steer(String path) {
        given().baseUri(url()).post(path).then().statusCode(200);
    }

    @Override
    public void init(Map<String, String> arguments) {
        up.set(!arguments.containsKey("down"));
        refuses.set(arguments.containsKey("refuse"));
    }

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
                "http://localhost:" + server.getAddress().getPort(),
                SeededSchemas.SEEDED,
                Boolean.toString(up.get() && !refuses.get()));
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
        } else if (path.startsWith("/subjects/") && refuses.get()) {
            send(call, 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
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
            case "/test/up" -> {
                up.set(true);
                refuses.set(false);
            }
            case "/test/refuse" -> refuses.set(true);
            case "/test/down" -> up.set(false);
            case "/test/anew" -> {
                ids.clear();
                schemas.clear();
            }
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
