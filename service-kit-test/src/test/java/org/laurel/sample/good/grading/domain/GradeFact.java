package org.laurel.sample.good.grading.domain;

import java.time.Instant;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.DomainFact;

/** Facts that one mapping covers together. */
public sealed interface GradeFact extends DomainFact {

    record Passed(LearnerId learner, Instant at) implements GradeFact {}

    record Failed(LearnerId learner, Instant at) implements GradeFact {}
}
