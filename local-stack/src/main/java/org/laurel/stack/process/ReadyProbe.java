package org.laurel.stack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks a server over and over, until it answers with 200.
 *
 * @param address which is asked with GET
 * @param limit of one connection, and of one answer
 */
public record ReadyProbe(URI address, Duration limit) {

    /**
     * Waits until it answers so.
     *
     * @param server process of the server
     * @throws org.laurel.stack.StackFailure as {@link ManagedProcess#awaitReady} does
     */
    public void await(ManagedProcess server, Duration startLimit) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build()) {
            server.awaitReady(() -> isReady(client), startLimit);
        }
    }

    private boolean isReady(HttpClient client) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(limit).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
