package org.laurel.completion.xapi.domain;

/**
 * How many statements go together. A store that is slow, or takes no more, gets half as many at once; after some batches that it
 * takes they become a few more again, so that what it can bear is found from below and is not asked about all the time.
 *
 * @param largest that anybody has asked for, at least 1
 * @param now from 1 to {@code largest}
 * @param taken how many full batches of this size were taken in a row
 */
public record BatchSize(int largest, int now, int taken) {

    /** After so many full batches there may be more. */
    static final int TRIED = 10;

    private static final int STEPS = 10;

    /** The largest. */
    public static BatchSize of(int largest) {
        return new BatchSize(largest, largest, 0);
    }

    /** After a batch that was too much. */
    public BatchSize after(int tooMany) {
        return new BatchSize(largest, Math.max(1, Math.min(now, tooMany) / 2), 0);
    }

    /**
     * After a batch whose answer did not come in time. A statement by itself says nothing of batches. After one that was not
     * full, half of what it could have been is tried: that may still be all of it.
     */
    public BatchSize late(int statements) {
        return statements == 1 ? this : new BatchSize(largest, Math.max(1, now / 2), 0);
    }

    /** After a batch that was taken; one that was not full says nothing of more. */
    public BatchSize taken(int statements) {
        if (statements < now || now == largest) {
            return this;
        }
        return taken + 1 < TRIED
                ? new BatchSize(largest, now, taken + 1)
                : new BatchSize(largest, Math.min(largest, now + Math.max(1, largest / STEPS)), 0);
    }
}
