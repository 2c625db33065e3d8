package org.laurel.stack.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackPaths;
import org.laurel.stack.StackPorts;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReverseProxyTest {
    private final StackPorts ports = StackPorts.free();
    private HttpServer certificates;
    private ReverseProxy proxy;

    ReverseProxyTest(@TempDir Path data) throws IOException {
        certificates = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(LaurelService.CERTIFICATES)), 0);
        proxy = ReverseProxy.of(StackPaths.find().withData(data), ports);
    }

    @BeforeAll
    void start() {
        certificates.createContext("/", ReverseProxyTest::echo);
        certificates.createContext("/api/certificates/killed", HttpExchange::close);
        certificates.start();
        proxy.start();
    }

    @AfterAll
    void stop() {
        proxy.stop();
        certificates.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/certificates/v0/course-v1%3AOrg%2BC1%2F2026/",
                "/api/certificates/course-v1:Org+C1+2026",
                "/api/certificates//a///b",
                "/api/certificates/Org/Course/Run?x=a+b%20c&y=%2F",
                "/api/certificates/%C3%A9?next=http://x//y"
            })
    void forwardsTheRawPath(String target) throws IOException {
        // Given a service that tells which request line it saw

        // When
        String answer = call("GET", target, "");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("GET " + target + " ");
    }

    @Test
    void forwardsMethodAndBody() throws IOException {
        // Given a service that echoes

        // When
        String answer = call("POST", "/api/certificates/x", "{\"a\":1}");

        // Then
        assertThat(answer).endsWith("POST /api/certificates/x {\"a\":1}");
    }

    @Test
    void answersAProblemWhenTheServiceIsDown() throws IOException {
        // Given that nothing listens for programs

        // When
        String answer = call("POST", "/api/v2/programs/", "{}");

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .contains("application/problem+json", "\"status\":503", "The service programs does not answer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void answersAProblemWhenTheServiceEndsTheConnectionWithoutAnAnswer(String method) throws IOException {
        // Given a service that is killed while it works on a request

        // When
        String answer = call(method, "/api/certificates/killed", method.equals("POST") ? "{}" : "");

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("retry-after: ")
                .contains("application/problem+json", "The service certificates does not answer.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/nothing", "/"})
    void answersAProblemWhereNoServiceIs(String path) throws IOException {
        // Given the committed route table

        // When
        String answer = call("GET", path, "");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json", "\"status\":404");
    }

    @Test
    void refusesPathsThatClimbOutOfTheirPrefix() throws IOException {
        // Given a path that a service would resolve to /q/metrics

        // When
        String answer = call("GET", "/api/certificates/../../q/metrics", "");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    /** Writes the request by hand: HTTP clients like to tidy up paths. */
    private String call(String method, String target, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.http())) {
            String request =
                    method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (InputStream input = exchange.getRequestBody()) {
            String body = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }
    }
}
