package org.laurel.stack.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.laurel.stack.LaurelService;
import org.laurel.stack.StackFailure;

/** The operators' endpoints of the services, called through the reverse proxy as staff. */
public final class ParkedEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String token;

    public ParkedEvents(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    /** The first page of the parked events of a service. */
    public List<JsonNode> list(LaurelService service) {
        try {
            JsonNode answer = JSON.readTree(call("GET", service.parkedEventsPath()));
            List<JsonNode> events = new ArrayList<>();
            (answer.isArray() ? answer : answer.path("results")).forEach(events::add);
            return events;
        } catch (IOException malformed) {
            throw new StackFailure(
                    service.label() + " answers with something else than JSON.", "Look at ./laurel status", malformed);
        }
    }

    /** Has the service process the event again; returns what it answers. */
    public String replay(LaurelService service, String id) {
        return call("POST", service.parkedEventsPath() + "/" + encoded(id) + "/replay");
    }

    /** Has the service give the event up; returns what it answers. */
    public String discard(LaurelService service, String id) {
        return call("POST", service.parkedEventsPath() + "/" + encoded(id) + "/discard");
    }

    private String call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new StackFailure(
                        method + " " + path + " answers " + response.statusCode() + ": " + response.body(),
                        "Look at ./laurel parked list and ./laurel status");
            }
            return response.body();
        } catch (IOException failure) {
            throw new StackFailure(baseUrl + " does not answer.", "Look at ./laurel status", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", "Run the command again.", interrupted);
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
