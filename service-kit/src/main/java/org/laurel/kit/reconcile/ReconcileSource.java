package org.laurel.kit.reconcile;

import java.util.List;
import org.laurel.kit.domain.Cause;

/**
 * Tells the states of one kind once more, as they were told last. A feature supplies it as a bean in its {@code app} package; the
 * kit pages through the states and calls it in the transaction of a chunk of a job.
 *
 * <p>Nothing is written but events: no row, no version, no history. They bear the versions and business times that the states have,
 * so receivers who know them already hear nothing new.
 */
public interface ReconcileSource {

    /** The kind of state, unique in the service; counted under this word. */
    String name();

    /** States with lower numbers are told first: what others refer to, before what refers to it. */
    int order();

    /** How they are found. */
    Listing listing();

    /**
     * Locks the keys that it tells under, reads the states and appends the facts.
     *
     * @param keys the values of the listing's key columns as text, at most 1,000
     * @return of how many others are told; states that others never were told of are left out
     */
    int tell(List<List<String>> keys, Cause cause);
}
