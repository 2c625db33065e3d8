package org.laurel.completion.progress.app;

import java.util.List;
import org.laurel.completion.progress.domain.ProgressFact;

/** Another feature that goes on from what happened to learners' progress. Supplied as a bean. */
public interface ProgressFollower {

    /**
     * Hears what happened, in the transaction that keeps it and while its learners are locked: what the follower writes is there
     * if and only if the progress is.
     *
     * @param facts in order; each is told once. May be empty
     */
    void progressed(List<ProgressFact> facts);
}
