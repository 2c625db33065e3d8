package org.laurel.bridge.openedx.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls the registry, again when it is overloaded or away: after 408, 429, every 5xx and failures of the connection, with pauses
 * that double and vary, or as long as it asks for, but not beyond the patience with a call. Thread-safe.
 */
final class RegistryCalls implements AutoCloseable {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    /** Bytes; many times as much as the longest schema. */
    private static final int LONGEST_ANSWER = 4_000_000;

    private final RegistrySettings settings;
    private final Clock clock;
    private final HttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);

    RegistryCalls(RegistrySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** Reads. Throws {@link RegistryUnavailable} when no answer worth reading comes. */
    HttpResponse<String> get(String path) {
        return call(request(path).GET().build());
    }

    /** Reads without a second try: what counts is whether it answers now. Throws as {@link #get}. */
    HttpResponse<String> getOnce(String path) {
        return switch (attempt(request(path).GET().build(), settings.timeout().toNanos())) {
            case Attempt.Answered answered -> answered.response();
            case Attempt.Failed failed -> throw failed.failure();
        };
    }

    /** Posts a document. Throws as {@link #get}. */
    HttpResponse<String> post(String path, String json) {
        return call(request(path)
                .header("Content-Type", CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Ends waiting calls as unavailable. */
    @Override
    public void close() {
        closed.countDown();
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.at(path))
                .timeout(settings.timeout())
                .header("Accept", CONTENT_TYPE);
        String authorization = settings.authorization();
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> call(HttpRequest request) {
        long end = System.nanoTime() + settings.patience().toNanos();
        for (int attempt = 0; ; attempt++) {
            Attempt made = attempt(request, Math.min(settings.timeout().toNanos(), end - System.nanoTime()));
            switch (made) {
                case Attempt.Answered answered -> {
                    return answered.response();
                }
                case Attempt.Failed failed -> pauseOrGiveUp(failed, attempt, end);
            }
        }
    }

    private Attempt attempt(HttpRequest request, long nanos) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, response -> new LimitedBody(LONGEST_ANSWER));
        try {
            return Attempt.of(answer.get(nanos, TimeUnit.NANOSECONDS), clock);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return new Attempt.Failed(new RegistryUnavailable("does not answer in time", late), Duration.ZERO);
        } catch (ExecutionException failed) {
            return new Attempt.Failed(new RegistryUnavailable(reason(failed), failed.getCause()), Duration.ZERO);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable("was not asked to the end", interrupted);
        }
    }

    private static String reason(ExecutionException failed) {
        if (failed.getCause() instanceof LimitedBody.TooLong) {
            return "answers with more than " + LONGEST_ANSWER + " bytes";
        }
        return failed.getCause() instanceof IOException ? "cannot be reached" : "cannot be asked";
    }

    private void pauseOrGiveUp(Attempt.Failed failed, int attempt, long end) {
        Duration pause = pause(failed.askedFor(), attempt);
        if (attempt >= settings.retries()
                || pause.compareTo(settings.longestPause()) > 0
                || pause.toNanos() >= end - System.nanoTime()) {
            throw failed.failure();
        }
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed.failure();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed.failure();
        }
    }

    /** Half to one and a half of the mean, so that many clients do not come back at the same moment. */
    private Duration pause(Duration askedFor, int attempt) {
        if (askedFor.isPositive()) {
            return askedFor;
        }
        double factor = ThreadLocalRandom.current().nextDouble(0.5, 1.5) * Math.pow(2, attempt);
        Duration jittered =
                Duration.ofMillis(Math.round((double) settings.pause().toMillis() * factor));
        return jittered.compareTo(settings.longestPause()) < 0 ? jittered : settings.longestPause();
    }
}
