package org.laurel.bridge.outbound.domain;

import java.time.Instant;
import java.util.List;
import org.laurel.kit.domain.Cause;

/** A fact about one of Laurel's states, with its place in the state's history. */
public interface StateFact {

    /** The state. */
    Subject subject();

    /** What it says of it. */
    FactKind kind();

    /** Grows with every change of the state. One version may have several facts, of different kinds. */
    long version();

    /** Whether it is told again. */
    Retelling retelling();

    /** When it happened. */
    Instant at();

    /** What led to it. */
    Cause cause();

    /**
     * The facts that tell all of the state to whoever knows nothing of it.
     *
     * @param everAwarded whether it was ever in force, as far as is known
     */
    List<FactKind> wholeState(boolean everAwarded);
}
