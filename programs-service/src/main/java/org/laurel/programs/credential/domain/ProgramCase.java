package org.laurel.programs.credential.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.programs.catalogue.domain.StoredProgram;

/**
 * Everything that bears on one learner's credential for one program.
 *
 * @param standings the learner's course credentials in the program's runs, those included that wait to be made
 * @param waiting the runs whose credential waits to be made
 * @param order the staff decision with who made it and why, null when staff never decided
 * @param earnedUnder what an award that waits was held back by when it was last looked at, null when none waits
 */
public record ProgramCase(
        LearnerId learnerId,
        StoredProgram program,
        Map<CourseKey, CourseStanding> standings,
        Set<CourseKey> waiting,
        ProgramPosition position,
        @Nullable CredentialOrder order,
        AwardTerms terms,
        @Nullable Obstacle earnedUnder) {

    public ProgramCase {
        standings = Map.copyOf(standings);
        waiting = Set.copyOf(waiting);
    }

    /** Whether the credential holds. */
    public boolean holds() {
        ProgramStanding shown = position.shown();
        return shown != null && shown.isAwarded();
    }

    /** Whether certificates and catalogue have given the credential and not taken it back, made or not. */
    boolean isEarned() {
        ProgramStanding earned = position.earned();
        return earned != null && earned.isAwarded();
    }

    /** Whether an award waits to be made. */
    boolean waits() {
        return position.waiting() != null;
    }
}
