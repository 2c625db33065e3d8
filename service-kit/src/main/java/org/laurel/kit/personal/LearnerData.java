package org.laurel.kit.personal;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * What one feature holds about a learner, for the learner to take along. A feature supplies it as a bean, and
 * {@link LearnerDocuments} puts all of them together. Hashes, keys and what staff have written about the learner stay out.
 */
public interface LearnerData {

    /** The name of the member that it becomes, unique in the service. */
    String name();

    /** What there is, as JSON is written of it; null when there is nothing. */
    @Nullable Object of(LearnerId learnerId);
}
