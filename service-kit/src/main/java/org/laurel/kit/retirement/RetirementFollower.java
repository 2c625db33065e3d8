package org.laurel.kit.retirement;

import java.util.List;
import java.util.Set;
import org.laurel.events.key.LearnerId;

/**
 * What a service does for a retirement besides erasing columns. Features supply it as a bean; it is called in the transaction of
 * the retirement, with the learners' keys locked and their words not yet erased.
 */
public interface RetirementFollower {

    /** Learners are retired who were not before: keeps the ids as tombstones, for instance. */
    default void retired(List<Retire> added) {}

    /** Erases what is kept elsewhere than in columns, files for instance. Called again when an erasure is repeated. */
    default void erase(Set<LearnerId> learners) {}
}
