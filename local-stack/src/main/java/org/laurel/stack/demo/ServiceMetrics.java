package org.laurel.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;
import org.laurel.stack.run.RunState;

/** How many events a service has taken in: counted by the service after each commit, read from its metrics page. */
final class ServiceMetrics implements AutoCloseable {
    private static final String HANDLED = "laurel_events_consumed_total{outcome=\"handled\"";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunState state;

    ServiceMetrics(RunState state) {
        this.state = state;
    }

    /** Events handled since the service started. */
    long handled(LaurelService service) {
        return page(service)
                .lines()
                .filter(line -> line.startsWith(HANDLED))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String page(LaurelService service) {
        int port = state.parts().stream()
                .filter(part -> part.name().equals(service.label()))
                .findFirst()
                .orElseThrow(() -> new StackFailure(service.label() + " does not run.", "Look at ./laurel status."))
                .port();
        URI address = URI.create("http://127.0.0.1:" + port + "/q/metrics");
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new StackFailure(address + " does not answer.", "Look at ./laurel status.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", "Run the command again.", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
