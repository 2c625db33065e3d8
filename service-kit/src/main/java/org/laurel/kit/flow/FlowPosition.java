package org.laurel.kit.flow;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import org.laurel.kit.domain.StorableText;
import org.laurel.kit.problem.ProblemException;

/**
 * A position in a flow.
 *
 * @param place orders what has the same time: a source's own prefix and then the row's id, of one length; in ASCII
 */
public record FlowPosition(Instant at, String place) implements Comparable<FlowPosition> {

    /** The last moment that there is. */
    static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Comparator<FlowPosition> ORDER =
            Comparator.comparing(FlowPosition::at).thenComparing(FlowPosition::place);

    /** Before everything of a time. */
    static FlowPosition before(Instant at) {
        return new FlowPosition(at, "");
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws ProblemException 400 {@code invalid_cursor} when it is something else
     */
    static FlowPosition parse(String text) {
        int end = text.indexOf('_');
        try {
            if (end > 0 && StorableText.isStorable(text)) {
                Instant at = Instant.parse(text.substring(0, end));
                if (!at.isBefore(Instant.EPOCH) && !at.isAfter(LAST)) {
                    return new FlowPosition(at, text.substring(end + 1));
                }
            }
        } catch (DateTimeException malformed) {
            // refused below
        }
        throw ProblemException.badRequest("invalid_cursor", "after is not a next_cursor of an earlier page.");
    }

    /** As clients hand it in again. */
    String text() {
        return at + "_" + place;
    }

    @Override
    public int compareTo(FlowPosition other) {
        return ORDER.compare(this, other);
    }
}
