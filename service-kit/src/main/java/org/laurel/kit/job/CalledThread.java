package org.laurel.kit.job;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread of its own for work that must keep nothing else waiting. It works when it is called; all calls that come while it
 * works are answered by one more turn, so no call is lost and none is counted.
 */
public final class CalledThread {

    private static final Logger LOG = Logger.getLogger(CalledThread.class);

    private final String name;
    private final Runnable work;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /**
     * A thread that is not started yet.
     *
     * @param name of the thread, as logs and thread dumps show it
     * @param work one turn; what it throws is logged, and the next call finds the thread as before
     */
    public CalledThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Begins to answer calls, also those that came before. */
    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::answer);
    }

    /** Asks for a turn that begins after this moment. */
    public void call() {
        calls.release();
    }

    /** Lets the turn that is being taken be the last, and waits for its end, at most this long. */
    public void stop(Duration grace) throws InterruptedException {
        stopping = true;
        calls.release();
        if (thread != null) {
            thread.join(grace);
        }
    }

    private void answer() {
        while (!stopping) {
            calls.acquireUninterruptibly();
            calls.drainPermits();
            if (!stopping) {
                takeTurn();
            }
        }
    }

    private void takeTurn() {
        try {
            work.run();
        } catch (RuntimeException | Error failure) {
            LOG.errorf(failure, "A turn of the thread \"%s\" failed", name);
        } finally {
            // What interrupted this turn does not interrupt the next one.
            var unused = Thread.interrupted();
        }
    }
}
