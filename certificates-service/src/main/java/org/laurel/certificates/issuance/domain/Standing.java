package org.laurel.certificates.issuance.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.domain.Terms;

/**
 * What the facts about a learner in a course run amount to, apart from the certificate.
 *
 * @param mode the enrollment mode, also of an inactive enrollment; null when never enrolled
 * @param active whether the enrollment is active
 * @param passing whether the learner passes
 * @param grade the last known course grade from 0 to 1
 * @param betaTester whether the learner tests the course run
 * @param allowlisted whether the learner's entry on the allowlist is enabled
 * @param invalidated whether staff have declared the certificate invalid
 * @param dateOverride the issue date that staff have set, null without one
 * @param completion how much of the course run the learner has completed, null when nothing is known
 * @param completionSettled whether the certificate was granted for what the learner has done, and neither a failing grade nor a
 *     statement that there is none has come since: completion is not asked for again then, since falling below takes nothing back
 */
public record Standing(
        @Nullable String mode,
        boolean active,
        boolean passing,
        @Nullable BigDecimal grade,
        boolean betaTester,
        boolean allowlisted,
        boolean invalidated,
        @Nullable Instant dateOverride,
        @Nullable Completion completion,
        boolean completionSettled) {

    /** A standing without anything known of the completion. */
    public Standing(
            @Nullable String mode,
            boolean active,
            boolean passing,
            @Nullable BigDecimal grade,
            boolean betaTester,
            boolean allowlisted,
            boolean invalidated,
            @Nullable Instant dateOverride) {
        this(mode, active, passing, grade, betaTester, allowlisted, invalidated, dateOverride, null, false);
    }

    /**
     * A snapshot of the learner's completion.
     *
     * @param percent a fraction from 0 to 1
     * @param version orders the snapshots of one learner in one course run
     */
    public record Completion(BigDecimal percent, long version) {}

    /** Nothing is known. */
    public static final Standing NONE = new Standing(null, false, false, null, false, false, false, null);

    /** The standing after a fact. */
    public Standing after(Fact fact) {
        return switch (fact) {
            case Fact.Enrolled enrolled -> enrolled(enrolled.mode(), enrolled.active());
            case Fact.PassingStatus status -> graded(status.passing(), status.grade());
            case Fact.Graded graded -> graded(passing, graded.grade());
            case Fact.BetaTester beta -> flagged(beta.tester(), allowlisted, invalidated);
            case Fact.Allowlisted listed ->
                flagged(betaTester, listed.entry() == Fact.Allowlisted.Entry.ENABLED, invalidated);
            case Fact.Invalidated invalid -> flagged(betaTester, allowlisted, invalid.active());
            case Fact.DateOverridden override -> dated(override.date());
            case Fact.Progressed progressed ->
                Snapshots.isNewer(progressed, completion)
                        ? completed(new Completion(progressed.percent(), progressed.version()))
                        : this;
            case Fact.AboutLearner ignored -> this;
            case Fact.Renamed ignored -> this;
            case Fact.ExamRejected ignored -> this;
            case Fact.Requested ignored -> this;
            case Fact.Stated ignored -> this;
            case Fact.Rendered ignored -> this;
            case Fact.TermsChanged ignored -> this;
        };
    }

    /**
     * The standing after a fact has been decided about. A grant settles completion, and so does doing all that is asked for while
     * the certificate is granted; an entry on the allowlist asks for no completion and so settles nothing.
     *
     * @param before the certificate before the fact
     * @param after the certificate after it
     * @param terms what the fact was judged by
     */
    Standing decided(Fact fact, @Nullable Certificate before, @Nullable Certificate after, Terms terms) {
        boolean settles = isGranted(after) && (!isGranted(before) || fact instanceof Fact.Stated || meets(terms));
        return settled(!opens(fact, after, terms) && (settles || completionSettled));
    }

    private static boolean isGranted(@Nullable Certificate certificate) {
        return certificate != null && certificate.isPassed() && certificate.reason() != Reason.ALLOWLISTED;
    }

    /**
     * Whether the next grant is a new one, for which completion counts again: after a failing grade where a passing one is needed,
     * even if the allowlist protects the certificate, and after a statement that there is none.
     */
    private static boolean opens(Fact fact, @Nullable Certificate after, Terms terms) {
        return switch (fact) {
            case Fact.PassingStatus status ->
                !status.passing() && terms.run().completion().needsPassing();
            case Fact.Stated ignored -> after == null || !after.isPassed();
            default -> false;
        };
    }

    /** Whether completion does not stand in the way: there is as much as the course run asks for, or there was at the grant. */
    public boolean completes(Terms terms) {
        return completionSettled || reaches(terms);
    }

    /** Whether the learner has completed as much as the course run asks for now. */
    boolean reaches(Terms terms) {
        return terms.run().completion().isReachedBy(completion == null ? null : completion.percent());
    }

    /** Whether the learner has done what the course run asks for: the passing grade, the completion, or both. */
    public boolean meets(Terms terms) {
        return completes(terms) && (passing || !terms.run().completion().needsPassing());
    }

    private Standing enrolled(String nextMode, boolean nowActive) {
        return new Standing(
                nextMode,
                nowActive,
                passing,
                grade,
                betaTester,
                allowlisted,
                invalidated,
                dateOverride,
                completion,
                completionSettled);
    }

    private Standing graded(boolean nowPassing, @Nullable BigDecimal nextGrade) {
        return new Standing(
                mode,
                active,
                nowPassing,
                nextGrade,
                betaTester,
                allowlisted,
                invalidated,
                dateOverride,
                completion,
                completionSettled);
    }

    private Standing flagged(boolean nowBetaTester, boolean nowAllowlisted, boolean nowInvalidated) {
        return new Standing(
                mode,
                active,
                passing,
                grade,
                nowBetaTester,
                nowAllowlisted,
                nowInvalidated,
                dateOverride,
                completion,
                completionSettled);
    }

    private Standing dated(@Nullable Instant date) {
        return new Standing(
                mode,
                active,
                passing,
                grade,
                betaTester,
                allowlisted,
                invalidated,
                date,
                completion,
                completionSettled);
    }

    private Standing completed(Completion next) {
        return new Standing(
                mode,
                active,
                passing,
                grade,
                betaTester,
                allowlisted,
                invalidated,
                dateOverride,
                next,
                completionSettled);
    }

    private Standing settled(boolean nowSettled) {
        return nowSettled == completionSettled
                ? this
                : new Standing(
                        mode,
                        active,
                        passing,
                        grade,
                        betaTester,
                        allowlisted,
                        invalidated,
                        dateOverride,
                        completion,
                        nowSettled);
    }
}
