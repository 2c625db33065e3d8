package org.laurel.kit.consume;

import java.util.List;
import org.laurel.kit.event.ExpectedRefusal;

/**
 * How many records of one poll were parked so far. A poll may be handled in parts ({@link PollParts}), and whether its producer is a
 * bad one shows by all of them together. Belongs to the thread that handles the poll.
 */
final class PollTally {

    private final int size;
    private int parked;

    /**
     * Of a poll of which nothing is parked yet.
     *
     * @param size how many records the whole poll has
     */
    PollTally(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    /** Records of parts that are committed; what was to be expected does not count. */
    int parked() {
        return parked;
    }

    /** Refusals were parked, for good. */
    void add(List<Refusal> committed) {
        parked += unexpected(committed).size();
    }

    /** The refusals that tell something about the producer, or about us. */
    static List<Refusal> unexpected(List<Refusal> refused) {
        return refused.stream()
                .filter(one -> !(one.reason() instanceof ExpectedRefusal))
                .toList();
    }
}
