package org.laurel.measuring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Sends requests over loopback: as fast as the answers come, or at a given rate whatever the answers do. */
public final class Load implements AutoCloseable {

    /** Requests under way at most. */
    private static final int CONNECTIONS = 16;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final IntPredicate succeeded;

    private Load(IntPredicate succeeded) {
        this.succeeded = succeeded;
    }

    /** For requests that may be refused, but must not fail in the server. */
    public Load() {
        this(status -> status < 500);
    }

    /** For requests that are all answered with this status; any other counts as failed. */
    public static Load answeredWith(int status) {
        return new Load(answer -> answer == status);
    }

    /** One request; the number tells it from the others. */
    public interface Call extends IntFunction<HttpRequest> {}

    /**
     * What a stretch of load came to.
     *
     * @param perSecond answers per second
     * @param millis what each request took, from when it was due, sorted
     * @param failed requests without an answer, and those with another one than they should have
     */
    public record Result(double perSecond, List<Double> millis, long failed) {

        /** The time that this share of the requests did not exceed, in milliseconds. */
        public double quantile(double share) {
            return millis.get(Math.min(millis.size() - 1, (int) Math.ceil(millis.size() * share) - 1));
        }
    }

    /** Keeps all connections busy until so many requests are answered. */
    public Result saturate(Call call, int from, int count) {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        List<? extends Future<?>> workers = IntStream.range(0, CONNECTIONS)
                .mapToObj(worker -> threads.submit(() -> {
                    for (int number = from + worker; number < from + count; number += CONNECTIONS) {
                        send(call.apply(number), System.nanoTime(), times, failures);
                    }
                }))
                .toList();
        await(workers);
        return result(times, failures, (System.nanoTime() - start) / 1e9);
    }

    /** Sends so many requests, one every 1/rate seconds; a request that must wait for others has its time counted. */
    public Result steady(Call call, int from, int count, double rate) {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();
        Semaphore open = new Semaphore(4 * CONNECTIONS);
        long start = System.nanoTime();
        List<Future<?>> requests = IntStream.range(0, count)
                .<Future<?>>mapToObj(i -> {
                    long due = start + (long) (i * 1e9 / rate);
                    LockSupport.parkNanos(due - System.nanoTime());
                    open.acquireUninterruptibly();
                    return threads.submit(() -> {
                        try {
                            send(call.apply(from + i), due, times, failures);
                        } finally {
                            open.release();
                        }
                    });
                })
                .toList();
        await(requests);
        return result(times, failures, (System.nanoTime() - start) / 1e9);
    }

    /** A request to a path of this service, with a bearer token. */
    public static HttpRequest.Builder to(int port, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private void send(
            HttpRequest request,
            long due,
            ConcurrentLinkedQueue<Double> times,
            ConcurrentLinkedQueue<Integer> failures) {
        try {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            times.add((System.nanoTime() - due) / 1e6);
            if (!succeeded.test(answer.statusCode())) {
                failures.add(answer.statusCode());
            }
        } catch (IOException failure) {
            failures.add(0);
            times.add((System.nanoTime() - due) / 1e6);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Result result(
            ConcurrentLinkedQueue<Double> times, ConcurrentLinkedQueue<Integer> failures, double seconds) {
        return new Result(times.size() / seconds, times.stream().sorted().toList(), failures.size());
    }

    private static void await(List<? extends Future<?>> work) {
        try {
            for (Future<?> each : work) {
                each.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a request could not be made", failure);
        }
    }

    @Override
    public void close() {
        client.close();
        threads.close();
    }
}
