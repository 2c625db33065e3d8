package org.laurel.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {

    private final List<String> lines =
            Repository.text("deploy/docker/Dockerfile").lines().toList();

    @Test
    void runsAsANumberedUserThatIsNotRoot() {
        // Given
        String instruction = "USER ";

        // When
        List<String> users =
                lines.stream().filter(line -> line.startsWith(instruction)).toList();

        // Then
        assertThat(users).containsExactly("USER 10001:10001");
    }

    @Test
    void copiesWhatChangesLeastFirst() {
        // Given
        String prefix = "COPY --from=builder /build/${MODULE}/target/quarkus-app/";

        // When
        List<String> layers = lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).replaceAll(" .*", ""))
                .toList();

        // Then
        assertThat(layers).containsExactly("lib/", "quarkus-run.jar", "quarkus/", "app/");
    }

    @Test
    void buildsEveryService() {
        // Given
        List<String> modules =
                DeployedService.all().stream().map(DeployedService::module).toList();

        // When
        String build = String.join("\n", lines);

        // Then
        assertThat(build).contains(modules);
        assertThat(build).contains("HEALTHCHECK");
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1"})
    void theHealthCheckTellsWhetherTheServiceIsReady(int status, int exitCode) throws Exception {
        // Given
        HttpServer server = server(status);
        ProcessBuilder check = new ProcessBuilder(
                "bash", Repository.file("deploy/docker/healthcheck.sh").toString());
        check.environment()
                .put("LAUREL_HTTP_PORT", Integer.toString(server.getAddress().getPort()));

        // When
        Process ended = check.start();

        // Then
        try {
            assertThat(ended.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ended.exitValue()).isEqualTo(exitCode);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(int status) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 1);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
