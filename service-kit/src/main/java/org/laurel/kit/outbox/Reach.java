package org.laurel.kit.outbox;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far a run of the relay has read the outbox. Places are given before they are committed, so one that was missing when the run
 * passed it may appear later: such gaps are looked up with every reading, in the snapshot that shows what follows under its key.
 * Most are of transactions that were rolled back and stay empty; the next run knows nothing of them. Not thread-safe.
 */
final class Reach {

    /** With more gaps the run ends, and the next one begins at the oldest row again. */
    static final int MOST_GAPS = 1_000;

    private final NavigableSet<Long> gaps = new TreeSet<>();
    private long first;
    private long last;
    private boolean isEmpty = true;
    private boolean isFrayed;

    /** The lowest place read; 0 before any. */
    long first() {
        return first;
    }

    /** The highest place read; 0 before any. */
    long last() {
        return last;
    }

    /** Places in between at which no row was found. */
    NavigableSet<Long> gaps() {
        return gaps;
    }

    /** Whether there are too many gaps to go on. */
    boolean isFrayed() {
        return isFrayed;
    }

    /** Takes in that the row at a place was read. */
    void read(long place) {
        if (isEmpty) {
            first = place;
            last = place;
            isEmpty = false;
        } else if (place > last) {
            missed(last, place);
            last = place;
        } else if (place < first) {
            missed(place, first);
            first = place;
        } else {
            gaps.remove(place);
        }
    }

    private void missed(long below, long above) {
        if (above - below - 1 > MOST_GAPS - gaps.size()) {
            isFrayed = true;
            return;
        }
        for (long place = below + 1; place < above; place++) {
            gaps.add(place);
        }
    }
}
