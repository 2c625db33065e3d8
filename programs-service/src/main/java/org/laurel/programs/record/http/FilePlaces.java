package org.laurel.programs.record.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Places to make files in. A few more requests may wait for one; who comes then is turned away at once, so that those who wait
 * never hold all threads of the service.
 */
final class FilePlaces {

    private static final int WAITING_FOR_EACH = 4;

    private final Semaphore places;
    private final int mostWaiting;

    FilePlaces(int number) {
        places = new Semaphore(number, true);
        mostWaiting = number * WAITING_FOR_EACH;
    }

    /** Takes a place; false when too many wait for one, or none became free in time. */
    boolean enter(Duration patience) throws InterruptedException {
        return !isFull() && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether as many wait as may. */
    boolean isFull() {
        return places.getQueueLength() >= mostWaiting;
    }

    /** Gives a place back. */
    void leave() {
        places.release();
    }
}
