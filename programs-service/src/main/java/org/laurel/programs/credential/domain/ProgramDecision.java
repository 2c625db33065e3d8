package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a program credential, and how that came about. */
public sealed interface ProgramDecision {

    /** What the rules said, in order. */
    List<RuleResult> trace();

    /** A decision that changes the credential. */
    sealed interface Changed extends ProgramDecision {

        /** The standing after the change. */
        ProgramStanding standing();
    }

    /** It begins to hold. */
    record Awarded(ProgramStanding standing, List<RuleResult> trace) implements Changed {}

    /** It ceases to hold. */
    record Revoked(ProgramStanding standing, List<RuleResult> trace) implements Changed {}

    /** It holds as before, with another date from which it may be seen. */
    record Redated(ProgramStanding standing, List<RuleResult> trace) implements Changed {}

    /** Everything stays as it is. */
    record Unchanged(String why, List<RuleResult> trace) implements ProgramDecision {}

    /**
     * What a certificate's change means. A complete program awards. A credential is revoked when the change took a course away
     * that no other run satisfies, and not because the program asks for more than it did. Source: programs, decisions 2 to 4.
     *
     * @param stored null when there is none
     * @param before the learner's completion of the program before the change
     * @param after the completion after it
     * @param at business time of the change
     * @param programCreatedAt nothing is awarded before the program existed
     */
    static ProgramDecision onCertificates(
            @Nullable ProgramStanding stored,
            Completion before,
            Completion after,
            Instant at,
            Instant programCreatedAt) {
        if (stored == null || !stored.isAwarded()) {
            return award(stored, after, programCreatedAt, Reason.COURSES_COMPLETED);
        }
        if (after.loses(before)) {
            return revoked(stored, after, at, Reason.COURSE_REVOKED);
        }
        return after.isComplete() ? redated(stored, after, at) : followed(stored, before, after, at);
    }

    /**
     * The date of a credential that was earned when the program asked for less goes on following the courses that earned it, as
     * long as these explain the date that it has. Which they were is not kept: those that were satisfied by then, and still are.
     */
    private static ProgramDecision followed(ProgramStanding stored, Completion before, Completion after, Instant at) {
        Instant earnedAt = stored.createdAt();
        boolean explained = before.availableAt(earnedAt)
                .filter(stored.availableAt()::equals)
                .isPresent();
        return explained
                ? redated(stored, after, after.availableAt(earnedAt).orElse(stored.availableAt()), at)
                : unchanged("The credential holds already.", after);
    }

    /** What a change of the program means: it awards and never takes anything back. Source: programs, additions. */
    static ProgramDecision onProgram(@Nullable ProgramStanding stored, Completion completion, Instant changedAt) {
        return stored != null && stored.isAwarded()
                ? unchanged("The credential holds already.", completion)
                : award(stored, completion, changedAt, Reason.PROGRAM_CHANGED);
    }

    /**
     * What a repair means: a complete program awards, as it would have when it was completed, and a credential is revoked when the
     * courses do not support it, whatever the program's status. Source: programs, additions; decision 2.
     *
     * @param rule what the repair may do
     * @param programCreatedAt nothing is awarded before the program existed
     */
    static ProgramDecision onRepair(
            @Nullable ProgramStanding stored, Completion completion, RepairRule rule, Instant programCreatedAt) {
        if (stored == null || !stored.isAwarded()) {
            return rule.awards()
                    ? award(stored, completion, programCreatedAt, Reason.COURSES_COMPLETED)
                    : unchanged("The repair does not award.", completion);
        }
        if (completion.isComplete()) {
            return rule.awards()
                    ? redated(stored, completion, rule.at())
                    : unchanged("The credential holds already.", completion);
        }
        return rule.revokes() && !completion.isSupported()
                ? revoked(stored, completion, rule.at(), Reason.UNSUPPORTED)
                : unchanged("The credential holds already.", completion);
    }

    private static ProgramDecision award(
            @Nullable ProgramStanding stored, Completion completion, Instant notBefore, Reason reason) {
        if (!completion.isComplete()) {
            return unchanged("The program is not complete.", completion);
        }
        Instant complete = later(completion.since(), notBefore);
        Instant at = stored == null ? complete : later(complete, stored.modifiedAt());
        Instant createdAt = stored == null ? at : stored.createdAt();
        return new Awarded(
                new ProgramStanding(CredentialStatus.AWARDED, completion.availableAt(), reason, createdAt, at),
                completion.trace());
    }

    private static ProgramDecision revoked(ProgramStanding stored, Completion completion, Instant at, Reason reason) {
        return new Revoked(
                new ProgramStanding(
                        CredentialStatus.REVOKED,
                        stored.availableAt(),
                        reason,
                        stored.createdAt(),
                        later(at, stored.modifiedAt())),
                completion.trace());
    }

    private static ProgramDecision redated(ProgramStanding stored, Completion completion, Instant at) {
        return redated(stored, completion, completion.availableAt(), at);
    }

    private static ProgramDecision redated(
            ProgramStanding stored, Completion completion, Instant availableAt, Instant at) {
        if (availableAt.equals(stored.availableAt())) {
            return unchanged("The credential holds already.", completion);
        }
        return new Redated(
                new ProgramStanding(
                        stored.status(),
                        availableAt,
                        stored.reason(),
                        stored.createdAt(),
                        later(at, stored.modifiedAt())),
                completion.trace());
    }

    private static ProgramDecision unchanged(String why, Completion completion) {
        return new Unchanged(why, completion.trace());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
