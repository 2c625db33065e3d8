package org.laurel.certificates.rendering.app;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Threads that make PDF files, few of them, each given up on after a while: layout neither ends nor stops by itself. */
@Singleton
class RenderPool {

    private static final Logger LOG = Logger.getLogger(RenderPool.class);

    private final ExecutorService threads;
    private final Duration timeout;

    RenderPool(
            @ConfigProperty(name = "laurel.rendering.parallel") int parallel,
            @ConfigProperty(name = "laurel.rendering.timeout") Duration timeout) {
        this.threads = Executors.newFixedThreadPool(
                parallel,
                Thread.ofPlatform().daemon().name("certificate-rendering-", 1).factory());
        this.timeout = timeout;
    }

    /** Runs the task and waits for it. */
    <T> T run(Callable<T> task) throws RenderFailure {
        Future<T> future = submit(task);
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw RenderFailure.passing("The template took longer than " + timeout.toSeconds()
                    + " s. It is too costly, or the service is busy.");
        } catch (InterruptedException stopping) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw RenderFailure.passing("The service is stopping.");
        } catch (ExecutionException failure) {
            throw failure(failure.getCause());
        }
    }

    private <T> Future<T> submit(Callable<T> task) throws RenderFailure {
        try {
            return threads.submit(task);
        } catch (RejectedExecutionException stopped) {
            throw RenderFailure.passing("The service is stopping.");
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static RenderFailure failure(@Nullable Throwable cause) {
        if (cause instanceof RenderFailure known) {
            return known;
        }
        LOG.errorf(cause, "A document could not be rendered");
        return RenderFailure.passing("The document could not be rendered. The service's log has the reason.");
    }
}
