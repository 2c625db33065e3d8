package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;

/**
 * Why a learner has a program's credential, or has not.
 *
 * @param outcome in one word
 * @param standings the course credentials that were looked at, assumed ones included
 * @param trace what every rule says, in the order in which they count
 * @param wouldChange the rules that stand in the way: none of a credential that holds, and of one that is earned not what the
 *     program asks for since
 */
public record ProgramExplanation(
        Outcome outcome,
        Map<CourseKey, CourseStanding> standings,
        List<RuleResult> trace,
        List<RuleResult> wouldChange) {

    private static final String EARNED =
            "The credential was earned before, and stays so whatever the program asks for since.";

    /** What the rules amount to. */
    public enum Outcome {
        /** The credential holds, or would under the assumption. */
        GRANTED,
        /** It is earned, and waits to be made. */
        PENDING,
        /** Nothing stands in its way; it is about to be made. */
        ELIGIBLE,
        /** Something stands in its way. */
        NOT_ELIGIBLE
    }

    /** Explains what is. */
    public static ProgramExplanation of(ProgramCase facts) {
        Completion completion = Completion.check(facts.program().program(), facts.standings());
        return of(facts, completion, outcome(facts, completion), facts.standings());
    }

    /**
     * Explains what would be if the learner had certificates in the runs, of the modes that the program asks for.
     *
     * @param now when they would be granted
     */
    public static ProgramExplanation assuming(ProgramCase facts, Collection<CourseKey> runs, Instant now) {
        Map<CourseKey, CourseStanding> standings = new HashMap<>(facts.standings());
        for (ProgramCourse course : facts.program().program().courses()) {
            for (ProgramRun run : course.runs()) {
                if (runs.contains(run.courseKey())) {
                    standings.put(run.courseKey(), assumed(run, now));
                }
            }
        }
        Completion completion = Completion.check(facts.program().program(), standings);
        Outcome outcome = outcome(facts, completion);
        return of(facts, completion, outcome == Outcome.ELIGIBLE ? Outcome.GRANTED : outcome, standings);
    }

    private static ProgramExplanation of(
            ProgramCase facts, Completion completion, Outcome outcome, Map<CourseKey, CourseStanding> standings) {
        return new ProgramExplanation(
                outcome,
                standings,
                trace(facts, completion),
                outcome == Outcome.GRANTED ? List.of() : obstacles(facts, completion));
    }

    private static Outcome outcome(ProgramCase facts, Completion completion) {
        if (facts.holds()) {
            return Outcome.GRANTED;
        }
        CredentialOrder order = facts.order();
        if (order != null && order.decision().holds()) {
            return Outcome.NOT_ELIGIBLE;
        }
        if (!completion.isComplete() && !facts.waits()) {
            return Outcome.NOT_ELIGIBLE;
        }
        return facts.terms().obstacle() == null ? Outcome.ELIGIBLE : Outcome.PENDING;
    }

    private static List<RuleResult> obstacles(ProgramCase facts, Completion completion) {
        List<RuleResult> asked = new ArrayList<>(List.of(decision(facts.order())));
        if (!facts.isEarned()) {
            asked.addAll(completion.trace());
        }
        if (!facts.isEarned() || facts.waits()) {
            asked.addAll(facts.terms().trace());
        }
        return asked.stream().filter(RuleResult::fails).toList();
    }

    private static List<RuleResult> trace(ProgramCase facts, Completion completion) {
        List<RuleResult> trace = new ArrayList<>();
        trace.add(decision(facts.order()));
        if (facts.isEarned() && !completion.isComplete()) {
            trace.add(RuleResult.check("earned_before", true, EARNED, "", ""));
        }
        trace.addAll(completion.trace());
        trace.addAll(facts.terms().trace());
        return List.copyOf(trace);
    }

    private static RuleResult decision(@Nullable CredentialOrder order) {
        StaffDecision decision = order == null ? null : order.decision();
        boolean revoked = decision != null && decision.holds() && !decision.awards();
        return RuleResult.check(
                "staff_decision",
                !revoked,
                whenNotRevoked(decision),
                "Staff have revoked the credential; no other rule is asked.",
                "Staff taking their decision back.");
    }

    private static String whenNotRevoked(@Nullable StaffDecision decision) {
        if (decision == null) {
            return "Staff have decided nothing; the other rules are asked.";
        }
        return decision.holds()
                ? "Staff have awarded the credential; no other rule is asked."
                : "Staff have taken back what they decided; the other rules are asked.";
    }

    private static CourseStanding assumed(ProgramRun run, Instant now) {
        String asked = run.mode();
        String mode = asked == null || asked.equals("credit") ? "verified" : asked;
        return new CourseStanding(CredentialStatus.AWARDED, mode, null, now, now, now);
    }
}
