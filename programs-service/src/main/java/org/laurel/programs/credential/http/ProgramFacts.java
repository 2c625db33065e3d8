package org.laurel.programs.credential.http;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.catalogue.domain.Program;
import org.laurel.programs.catalogue.domain.ProgramCourse;
import org.laurel.programs.catalogue.domain.ProgramRun;
import org.laurel.programs.credential.domain.CourseStanding;
import org.laurel.programs.credential.domain.CredentialOrder;
import org.laurel.programs.credential.domain.CredentialStatus;
import org.laurel.programs.credential.domain.ProgramCase;
import org.laurel.programs.credential.domain.ProgramExplanation;
import org.laurel.programs.credential.domain.ProgramStanding;

/**
 * What is known.
 *
 * @param awaiting what an earned award waits for, null when none waits
 * @param availableAt from when the learner may see the credential, or will once it is made; null without one
 * @param visible whether the learner may see it now
 * @param decision what staff decided, null when they did not
 */
@Schema(name = "ProgramEligibilityFacts")
public record ProgramFacts(
        String learnerId,
        UUID programUuid,
        String programTitle,
        String programStatus,
        boolean credentialsEnabled,
        boolean programExcluded,
        boolean configurationActive,
        @Nullable String awaiting,
        @Nullable Instant availableAt,
        boolean visible,
        @Nullable Decision decision,
        List<Course> courses) {

    /**
     * A staff decision.
     *
     * @param decidedBy null for the learner, whom this does not concern
     * @param reason null for the learner, and when none was given
     */
    @Schema(name = "ProgramEligibilityDecision")
    public record Decision(
            String status,
            Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {}

    /** A course of the program and its runs. */
    @Schema(name = "ProgramEligibilityCourse")
    public record Course(@Nullable UUID uuid, String title, List<Run> runs) {}

    /**
     * A run and the learner's credential in it.
     *
     * @param askedMode the mode that the program asks for, null for any
     * @param status null when the learner has no credential there
     * @param mode the credential's mode
     * @param basis {@code certificate}, {@code staff} or {@code nothing}
     * @param availableAt from when the credential may be seen, null for at once
     * @param awaitsSwitch whether it is earned and waits for credentials to be switched on
     * @param assumed whether it is assumed
     */
    @Schema(name = "ProgramEligibilityRun")
    public record Run(
            String courseRunKey,
            @Nullable String askedMode,
            @Nullable String status,
            @Nullable String mode,
            @Nullable String basis,
            @Nullable Instant availableAt,
            boolean awaitsSwitch,
            boolean assumed) {}

    static ProgramFacts of(
            ProgramCase facts, ProgramExplanation explanation, Set<CourseKey> assumed, boolean forStaff, Instant now) {
        Program program = facts.program().program();
        Instant availableAt = availableAt(facts);
        return new ProgramFacts(
                facts.learnerId().value(),
                program.uuid(),
                program.title(),
                program.status().slug(),
                facts.terms().enabled(),
                facts.terms().excepted(),
                facts.terms().configured(),
                facts.earnedUnder() == null ? null : facts.earnedUnder().slug(),
                availableAt,
                facts.holds() && availableAt != null && !availableAt.isAfter(now),
                decision(facts.order(), forStaff),
                program.courses().stream()
                        .map(course -> course(course, facts, explanation, assumed))
                        .toList());
    }

    private static @Nullable Instant availableAt(ProgramCase facts) {
        if (facts.holds() && facts.position().stored() != null) {
            return facts.position().stored().standing().availableAt();
        }
        ProgramStanding waiting = facts.position().waiting();
        return waiting == null ? null : waiting.availableAt();
    }

    private static @Nullable Decision decision(@Nullable CredentialOrder order, boolean forStaff) {
        CredentialStatus status = order == null ? null : order.decision().status();
        return order == null || status == null
                ? null
                : new Decision(
                        status.slug(),
                        order.decision().at(),
                        forStaff ? order.cause().by() : null,
                        forStaff ? order.cause().reason() : null);
    }

    private static Course course(
            ProgramCourse course, ProgramCase facts, ProgramExplanation explanation, Set<CourseKey> assumed) {
        return new Course(
                course.uuid(),
                course.title(),
                course.runs().stream()
                        .map(run -> run(run, facts, explanation, assumed.contains(run.courseKey())))
                        .toList());
    }

    private static Run run(ProgramRun run, ProgramCase facts, ProgramExplanation explanation, boolean assumed) {
        CourseStanding standing = explanation.standings().get(run.courseKey());
        return new Run(
                run.courseKey().value(),
                run.mode(),
                standing == null ? null : standing.status().slug(),
                standing == null ? null : standing.mode(),
                standing == null ? null : standing.basis().slug(),
                standing == null ? null : standing.availableAt(),
                facts.waiting().contains(run.courseKey()) && !assumed,
                assumed);
    }
}
