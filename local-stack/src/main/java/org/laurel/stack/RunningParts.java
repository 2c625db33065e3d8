package org.laurel.stack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The parts that were started and not yet stopped. Once stopping has begun nothing can be added. */
final class RunningParts {
    private final Set<Part> parts = new LinkedHashSet<>();
    private final Object stopping = new Object();
    private boolean closed;

    /**
     * Notes that a part is about to start.
     *
     * @throws StackFailure if the stack is stopping
     */
    synchronized void add(Part part) {
        if (closed) {
            throw new StackFailure("The stack is stopping.", "Start it again with ./laurel up.");
        }
        parts.add(part);
    }

    synchronized boolean expects(Part part) {
        return !closed && parts.contains(part);
    }

    /** Stops phase after phase; the parts of one phase beside each other. A second caller waits for the first. */
    void stopAll(List<List<Part>> phases, StackListener listener) {
        close();
        synchronized (stopping) {
            phases.forEach(phase -> stopPhase(phase, listener));
        }
    }

    private void stopPhase(List<Part> phase, StackListener listener) {
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            phase.stream().filter(this::remove).forEach(part -> stoppers.execute(() -> stop(part, listener)));
        }
    }

    private static void stop(Part part, StackListener listener) {
        listener.stopping(part);
        part.stop();
        listener.stopped(part);
    }

    private synchronized void close() {
        closed = true;
    }

    private synchronized boolean remove(Part part) {
        return parts.remove(part);
    }
}
