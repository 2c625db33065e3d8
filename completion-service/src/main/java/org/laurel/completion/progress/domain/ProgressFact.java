package org.laurel.completion.progress.domain;

import java.time.Instant;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.structure.domain.Aggregate;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.DomainFact;

/** What happened to a learner's progress in a course run. */
public sealed interface ProgressFact extends DomainFact {

    /**
     * A sum has a new value.
     *
     * @param occurredAt business time of what moved it
     */
    record Progressed(
            CourseLearner key, Aggregate aggregate, Tally tally, long version, Instant occurredAt, Cause cause)
            implements ProgressFact {}

    /**
     * The course got to or left 100 %.
     *
     * @param version of the course's sum
     */
    record CompletionCrossed(CourseLearner key, boolean completed, long version, Instant occurredAt, Cause cause)
            implements ProgressFact {}
}
