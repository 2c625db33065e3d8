package org.laurel.kit.consume;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.laurel.kit.event.RawRecord;

/**
 * A poll in the parts that are handled one after the other, each with a commit of its own: one part as a rule. Several when the
 * values are so large that they should not be read all at once, and when the poll failed time and again for want of infrastructure:
 * then it may itself be what takes too long or too much, so from the third failure on the part that failed is halved. While
 * the database is merely away that costs nothing worth mentioning: only the part in front gets small.
 */
final class PollParts {

    /** Bytes of values, as many as the largest single one has. */
    static final long LARGEST = 16L * 1024 * 1024;

    /** Failures of a poll that are put down to infrastructure alone. */
    static final int PATIENCE = 2;

    private final Deque<List<RawRecord>> parts = new ArrayDeque<>();
    private final PollTally tally;
    private int failures;

    private PollParts(PollTally tally) {
        this.tally = tally;
    }

    /** The parts of a poll, in its order. */
    static PollParts of(List<RawRecord> records) {
        PollParts poll = new PollParts(new PollTally(records.size()));
        List<RawRecord> part = new ArrayList<>(records.size());
        long bytes = 0;
        for (RawRecord record : records) {
            long more = size(record);
            if (!part.isEmpty() && bytes + more > LARGEST) {
                poll.parts.addLast(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(record);
            bytes += more;
        }
        if (!part.isEmpty()) {
            poll.parts.addLast(part);
        }
        return poll;
    }

    /** What was parked of the whole poll so far. */
    PollTally tally() {
        return tally;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The part whose turn it is. */
    List<RawRecord> first() {
        return parts.getFirst();
    }

    /** The first part has been handled. */
    void handled() {
        parts.removeFirst();
    }

    /** The first part failed and is to be tried again. */
    void failed() {
        failures++;
        int size = first().size();
        if (failures > PATIENCE && size > 1) {
            List<RawRecord> part = parts.removeFirst();
            parts.addFirst(part.subList(size / 2, size));
            parts.addFirst(part.subList(0, size / 2));
        }
    }

    private static long size(RawRecord record) {
        byte[] value = record.value();
        return value == null ? 0 : value.length;
    }
}
