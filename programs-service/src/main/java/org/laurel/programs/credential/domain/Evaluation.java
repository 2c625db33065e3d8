package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.StoredProgram;

/**
 * A learner whose completion of a program has to be looked at.
 *
 * @param changes what changed of the learner's course credentials in the program's runs; empty when the program changed
 * @param cause what led to it
 * @param repair what a repair may do, null when something else led to it
 */
public record Evaluation(
        LearnerId learnerId,
        StoredProgram program,
        List<CourseChange> changes,
        Cause cause,
        @Nullable RepairRule repair) {

    public Evaluation {
        changes = List.copyOf(changes);
    }

    /** An evaluation because of what changed, not of a repair. */
    public Evaluation(LearnerId learnerId, StoredProgram program, List<CourseChange> changes, Cause cause) {
        this(learnerId, program, changes, cause, null);
    }

    /** An evaluation by a repair, whatever changed. */
    public static Evaluation repairing(LearnerId learnerId, StoredProgram program, RepairRule rule, Cause cause) {
        return new Evaluation(learnerId, program, List.of(), cause, rule);
    }

    /**
     * Decides what becomes of the learner's credential for the program.
     *
     * @param stored null when there is none
     * @param standings the learner's course credentials by run, after the changes
     */
    public ProgramDecision decide(@Nullable ProgramStanding stored, Map<CourseKey, CourseStanding> standings) {
        Program asked = program.program();
        Completion now = Completion.check(asked, standings);
        if (repair != null) {
            return ProgramDecision.onRepair(stored, now, repair, program.createdAt());
        }
        if (changes.isEmpty()) {
            return ProgramDecision.onProgram(stored, now, program.modifiedAt());
        }
        Completion before = Completion.check(asked, before(standings));
        Instant at = changes.stream()
                .map(change -> change.after().standing().modifiedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return ProgramDecision.onCertificates(stored, before, now, at, program.createdAt());
    }

    private Map<CourseKey, CourseStanding> before(Map<CourseKey, CourseStanding> now) {
        Map<CourseKey, CourseStanding> before = new HashMap<>(now);
        for (CourseChange change : changes) {
            CourseKey courseKey = change.after().key().courseKey();
            CourseCredential earlier = change.before();
            if (earlier == null) {
                before.remove(courseKey);
            } else {
                before.put(courseKey, earlier.standing());
            }
        }
        return before;
    }
}
