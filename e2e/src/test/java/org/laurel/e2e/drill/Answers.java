package org.laurel.e2e.drill;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What callers were answered while something was away.
 *
 * @param counts answers by status
 * @param newest the status of the newest answer to each request
 * @param bad answers that nobody may get: a status of 500 and above that is no 503 with {@code Retry-After} and a problem
 *     document, or no answer at all
 */
record Answers(Map<Integer, Integer> counts, Map<HttpRequest, Integer> newest, List<String> bad) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int CALLERS = 16;
    private static final int FIRST_FAILURE = 500;
    private static final int UNAVAILABLE = 503;
    /** What is wrong with a request by itself: its form, its caller, its method, its media type. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 405, 415);

    static Answers none() {
        return new Answers(
                Collections.synchronizedMap(new TreeMap<>()),
                Collections.synchronizedMap(new IdentityHashMap<>()),
                Collections.synchronizedList(new ArrayList<>()));
    }

    /** Sends all of them, several at a time. */
    static Answers to(List<HttpRequest> requests) {
        Answers answers = none();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            requests.forEach(request -> callers.execute(() -> answers.ask(request)));
        }
        return answers;
    }

    /** Sends a request and keeps what is answered. */
    void ask(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            counts.merge(response.statusCode(), 1, Integer::sum);
            newest.put(request, response.statusCode());
            if (response.statusCode() >= FIRST_FAILURE && !asksToComeBack(response)) {
                bad.add(request.method() + " " + request.uri().getPath() + " " + response.statusCode() + " "
                        + response.headers().map() + " " + response.body());
            }
        } catch (IOException failure) {
            bad.add(request.method() + " " + request.uri().getPath() + " " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many there are. */
    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were told to come back. */
    int unavailable() {
        return counts.getOrDefault(UNAVAILABLE, 0);
    }

    /** The status of the answer to a request, 0 without one. */
    int to(HttpRequest request) {
        return newest.getOrDefault(request, 0);
    }

    /** The requests that were refused for what they are. */
    List<HttpRequest> refused() {
        return newest.entrySet().stream()
                .filter(answer -> REFUSALS.contains(answer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * What was answered as if the database were there: neither 503, nor a refusal of the request for what it is, which it
     * gets from a service with a database too. Each as method, path and status.
     *
     * @param withDatabase what those that were refused are answered when the database is there
     */
    List<String> pretended(Answers withDatabase) {
        return newest.entrySet().stream()
                .filter(answer -> answer.getValue() != UNAVAILABLE)
                .filter(answer -> !isRefusal(answer.getValue(), withDatabase.to(answer.getKey())))
                .map(answer ->
                        answer.getKey().method() + " " + answer.getKey().uri().getPath() + " " + answer.getValue())
                .sorted()
                .toList();
    }

    private static boolean isRefusal(int status, int withDatabase) {
        return REFUSALS.contains(status) && status == withDatabase;
    }

    private static boolean asksToComeBack(HttpResponse<String> response) {
        return response.statusCode() == UNAVAILABLE
                && response.headers().firstValue("Retry-After").isPresent()
                && response.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("application/problem+json"))
                        .isPresent();
    }
}
