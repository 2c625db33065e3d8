package org.laurel.stack.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.laurel.stack.Part;
import org.laurel.stack.Stack;
import org.laurel.stack.StackConfig;
import org.laurel.stack.StackFailure;
import org.laurel.stack.StackListener;

/**
 * Runs a stack until this process is asked to end, and tells about it in the state file.
 *
 * <p>The interrupt of the keyboard and the termination signal both lead to an orderly stop and exit code 0.
 */
public final class Supervisor {
    private final StackConfig config;
    private final StackListener listener;
    private final RunStateFile stateFile;
    private final CountDownLatch forever = new CountDownLatch(1);

    public Supervisor(StackConfig config, StackListener listener) {
        this.config = config;
        this.listener = listener;
        this.stateFile = new RunStateFile(config.paths());
    }

    /**
     * Starts the stack, calls {@code whenReady} and then waits; returns only if the stack cannot be started.
     *
     * @throws StackFailure if a stack already runs on this data, or a part fails to start; nothing keeps running then
     */
    public void run(Runnable whenReady) {
        try (StackLock lock = StackLock.take(config.paths())) {
            stateFile.read().ifPresent(Leftovers::stop);
            Reporter reporter = new Reporter();
            Stack stack = Stack.of(config, reporter);
            reporter.watch(stack.parts());
            Thread stopping = new Thread(() -> stopAndLeave(stack, lock), "laurel-stop");
            Runtime.getRuntime().addShutdownHook(stopping);
            try {
                stack.start();
                reporter.allReady();
                whenReady.run();
            } catch (RuntimeException | Error failure) {
                removeHookUnlessStopping(stopping);
                stack.close();
                stateFile.delete();
                throw failure;
            }
            awaitTheEnd();
        }
    }

    /** While the process is already ending the failure is only an effect of that; the hook has the last word. */
    private void removeHookUnlessStopping(Thread stopping) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException ending) {
            awaitTheEnd();
        }
    }

    private void stopAndLeave(Stack stack, StackLock lock) {
        stack.close();
        stateFile.delete();
        lock.close();
        Runtime.getRuntime().halt(0);
    }

    private void awaitTheEnd() {
        try {
            forever.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes everything on and keeps the state file up to date. */
    private final class Reporter implements StackListener {
        private List<Part> parts = List.of();
        private boolean ready;

        private synchronized void watch(List<Part> watched) {
            parts = watched;
            write();
        }

        private synchronized void allReady() {
            ready = true;
            write();
        }

        @Override
        public void starting(Part part) {
            listener.starting(part);
        }

        @Override
        public synchronized void ready(Part part, Duration took) {
            write();
            listener.ready(part, took);
        }

        @Override
        public void stopping(Part part) {
            listener.stopping(part);
        }

        @Override
        public void stopped(Part part) {
            listener.stopped(part);
        }

        @Override
        public void crashed(Part part, StackFailure failure) {
            listener.crashed(part, failure);
        }

        private void write() {
            ProcessHandle self = ProcessHandle.current();
            stateFile.write(new RunState(
                    self.pid(),
                    RunningProcess.startedMillis(self),
                    ready,
                    config.ports().http(),
                    config.ports().kafka(),
                    parts.stream().map(PartState::of).toList()));
        }
    }
}
