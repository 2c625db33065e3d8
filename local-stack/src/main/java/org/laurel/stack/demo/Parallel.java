package org.laurel.stack.demo;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same with many things, some at a time. */
final class Parallel {
    private Parallel() {}

    /**
     * Returns when all is done.
     *
     * @param width how many at a time
     * @throws RuntimeException the first failure; nothing new is begun after it
     */
    static <T> void forEach(Collection<T> things, int width, Consumer<T> act) {
        Semaphore permits = new Semaphore(width);
        AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T thing : things) {
                permits.acquireUninterruptibly();
                if (first.get() != null) {
                    break;
                }
                threads.execute(() -> {
                    try {
                        act.accept(thing);
                    } catch (RuntimeException failure) {
                        first.compareAndSet(null, failure);
                    } finally {
                        permits.release();
                    }
                });
            }
        }
        RuntimeException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }
}
