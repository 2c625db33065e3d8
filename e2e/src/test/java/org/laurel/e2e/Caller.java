package org.laurel.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.laurel.stack.Stack;
import org.laurel.stack.token.TokenRequest;

/** Calls the REST API through the one origin, with any method and body, whatever the answer. */
record Caller(String baseUrl, String token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A service client. */
    static Caller service(Stack stack) {
        return new Caller(stack.baseUrl().toString(), stack.tokens().issue(TokenRequest.role("service")));
    }

    /** Sends the body and returns the status. */
    int status(String method, String path, Object body) {
        return send(method, path, body).statusCode();
    }

    /** Asks for something; it must be done. */
    JsonNode post(String path, Object body) {
        HttpResponse<String> answer = send("POST", path, body);
        if (answer.statusCode() >= 400) {
            throw new AssertionError("POST " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("POST " + path + " answers no JSON", malformed);
        }
    }

    /** Puts something; it must be taken. */
    void put(String path, Object body) {
        HttpResponse<String> answer = send("PUT", path, body);
        if (answer.statusCode() >= 400) {
            throw new AssertionError("PUT " + path + " answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("no JSON", impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
