package org.laurel.stack.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;

/** What the command says to a service, and what it understands. */
class OperatorsApiTest {

    private final List<String> requests = new ArrayList<>();
    private final HttpServer server;
    private final OperatorsApi api;

    OperatorsApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api = new OperatorsApi("http://localhost:" + server.getAddress().getPort(), "token");
    }

    @BeforeEach
    void start() {
        server.createContext("/api/programs/ops/jobs", exchange -> answer(exchange, 200, """
                data:{"state": "running", "done": 1}

                data:{"state": "done", "done": 2}

                data:{"state": "never read"}

                """));
        server.createContext("/api/programs/ops/brakes", exchange -> answer(exchange, 404, "{}"));
        server.createContext("/api/programs/ops/consumers", exchange -> answer(exchange, 409, "{\"detail\": \"no\"}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void followsEventsUntilItHasSeenEnough() {
        // Given
        List<Integer> seen = new ArrayList<>();

        // When
        api.follow(LaurelService.PROGRAMS, "/jobs/1/events", job -> {
            seen.add(job.path("done").asInt());
            return job.path("state").asText().equals("running");
        });

        // Then
        assertThat(seen).containsExactly(1, 2);
        assertThat(requests).containsExactly("GET /api/programs/ops/jobs/1/events Bearer token ");
    }

    @Test
    void sendsWhatIsAskedForAndTellsWhenThereIsNoSuchThing() {
        // Given
        Map<String, String> body = Map.of("subject", "consumer");

        // When
        var answer = api.post(LaurelService.PROGRAMS, "/brakes/release", body);

        // Then
        assertThat(answer).isEmpty();
        assertThat(requests)
                .containsExactly("POST /api/programs/ops/brakes/release Bearer token {\"subject\":\"consumer\"}");
    }

    @Test
    void repeatsWhatARefusalSays() {
        // Given a service that refuses

        // When
        var refusal = assertThatThrownBy(() -> api.post(LaurelService.PROGRAMS, "/consumers/pause", Map.of()));

        // Then
        refusal.isInstanceOf(StackFailure.class).hasMessageContaining("409").hasMessageContaining("no");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
