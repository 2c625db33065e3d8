package org.laurel.programs.credential.domain;

import java.util.Set;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;

/** Bring a learner's credentials in line with the facts: those for the programs, and those for their course runs. */
public record RepairLearner(LearnerId learnerId, Set<UUID> programs, RepairRule rule, Cause cause) {

    public RepairLearner {
        programs = Set.copyOf(programs);
    }
}
