package org.laurel.completion.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A learning record store by the words of xAPI 1.0.3, part three, 2.1.2: it takes a batch wholly or not at all, keeps each id
 * once, answers 409 to an id that it has with other members, 400 to what is invalid, and 401 to strangers. Tests make it ill.
 */
public final class LearningRecordStore implements AutoCloseable {

    static final String PATH = "/xapi/statements";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final String authorization;
    private final Map<String, JsonNode> kept = new LinkedHashMap<>();
    private final Queue<Illness> illnesses = new ConcurrentLinkedQueue<>();
    private final List<String> otherPaths = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private volatile Predicate<JsonNode> refused = statement -> false;
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> interludes = new ConcurrentLinkedQueue<>();
    private volatile int most = Integer.MAX_VALUE;
    private volatile CountDownLatch held = new CountDownLatch(0);

    /**
     * What goes wrong with one request.
     *
     * @param status of the answer, 0 for none at all
     * @param keeps whether the statements are kept all the same
     */
    public record Illness(int status, String body, Map<String, String> headers, boolean keeps) {

        public static Illness of(int status) {
            return new Illness(status, "", Map.of(), false);
        }
    }

    LearningRecordStore(String authorization) {
        this.authorization = authorization;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String endpoint() {
        return address() + "/xapi";
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets the next requests go wrong, one after the other. */
    public void fallIll(Illness... next) {
        illnesses.addAll(List.of(next));
    }

    /** Which statements are invalid in this store's opinion, besides those that are. */
    public void refuse(Predicate<JsonNode> invalid) {
        refused = invalid;
    }

    /** From now on more statements at once are too large a request. */
    public void takeAtMost(int statements) {
        most = statements;
    }

    /** From now on more statements at once get no answer until what is returned is run; then everything is as before. */
    public Runnable holdMoreThan(int statements) {
        CountDownLatch latch = new CountDownLatch(1);
        most = statements;
        held = latch;
        return () -> {
            most = Integer.MAX_VALUE;
            latch.countDown();
        };
    }

    /** Lets something happen once the next request has arrived and before it is answered. */
    public void meanwhile(Runnable interlude) {
        interludes.add(interlude);
    }

    /** Lets nothing happen during the next requests. */
    public void letPass(int requests) {
        for (int request = 0; request < requests; request++) {
            meanwhile(() -> {});
        }
    }

    /** How many statements each request had until now. */
    public List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    /** Keeps a statement as if somebody else had sent it. */
    public void put(JsonNode statement) {
        synchronized (kept) {
            kept.put(statement.path("id").asText(), statement);
        }
    }

    /** What is kept of the course run, in the order of its arrival. */
    public List<JsonNode> statements(String courseKey) {
        synchronized (kept) {
            return kept.values().stream()
                    .filter(statement -> statement
                            .at("/context/contextActivities/parent/0/id")
                            .asText()
                            .endsWith("/course/" + courseKey))
                    .toList();
        }
    }

    /** Statuses of all answers until now. */
    public List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    /** Requests that went elsewhere. */
    public List<String> otherPaths() {
        return List.copyOf(otherPaths);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                otherPaths.add(exchange.getRequestURI().getPath());
            }
            int size = JSON.readTree(body).size();
            sizes.add(size);
            Optional.ofNullable(interludes.poll()).ifPresent(Runnable::run);
            Illness illness = size > most ? tooMany() : illnesses.poll();
            if (illness == null) {
                takeIn(exchange, body);
                return;
            }
            if (illness.keeps()) {
                JSON.readTree(body).forEach(this::put);
            }
            statuses.add(illness.status());
            if (illness.status() > 0) {
                illness.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, illness.status(), illness.body());
            }
        }
    }

    /** No answer, once its sender has gone, or that they are too many. */
    private Illness tooMany() {
        boolean holding = held.getCount() > 0;
        try {
            held.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return Illness.of(holding ? 0 : 413);
    }

    private void takeIn(HttpExchange exchange, byte[] body) throws IOException {
        List<String> ids = new ArrayList<>();
        String problem = "";
        int status;
        if (!authorization.equals(header(exchange, "Authorization"))) {
            status = 401;
        } else if (!String.valueOf(header(exchange, "X-Experience-API-Version")).startsWith("1.0")) {
            status = 400;
            problem = "this store speaks 1.0";
        } else {
            Collection<JsonNode> batch = JSON.readTree(body).valueStream().toList();
            problem = batch.stream()
                    .map(this::problem)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            status = problem.isEmpty() ? keep(batch) : 400;
            batch.forEach(statement -> ids.add(statement.path("id").asText()));
        }
        statuses.add(status);
        String words = "\"" + problem + "\"";
        send(exchange, status, status == 200 ? JSON.writeValueAsString(ids) : words);
    }

    private String problem(JsonNode statement) {
        return refused.test(statement) ? "not to our taste" : String.join("; ", XapiRules.violations(statement));
    }

    private int keep(Collection<JsonNode> batch) {
        synchronized (kept) {
            Map<String, JsonNode> byId = batch.stream()
                    .collect(Collectors.toMap(statement -> statement.path("id").asText(), statement -> statement));
            boolean conflict = byId.entrySet().stream()
                    .anyMatch(entry -> kept.containsKey(entry.getKey())
                            && !entry.getValue().equals(kept.get(entry.getKey())));
            if (conflict) {
                return 409;
            }
            batch.forEach(statement -> kept.putIfAbsent(statement.path("id").asText(), statement));
            return 200;
        }
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
