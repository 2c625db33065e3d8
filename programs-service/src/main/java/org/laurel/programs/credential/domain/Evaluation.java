package org.laurel.programs.credential.domain;

import java.util.List;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.StoredProgram;

/**
 * A learner whose completion of a program has to be looked at.
 *
 * @param changes what changed of the learner's course credentials in the program's runs; empty when the program changed
 * @param cause what led to it
 */
public record Evaluation(LearnerId learnerId, StoredProgram program, List<CourseChange> changes, Cause cause) {

    public Evaluation {
        changes = List.copyOf(changes);
    }
}
