package org.laurel.programs.credential.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * What becomes of a program credential. First certificates and catalogue decide; what they award is made, or waits for what
 * stands in its way; then what staff decided stands above it.
 *
 * @param credential the credential afterwards, null when there is none
 * @param waiting the standing that waits to be made, null when none does
 * @param obstacle what it waits for, null when nothing waits
 */
public record ProgramOutcome(
        @Nullable ProgramCredential credential,
        @Nullable ProgramStanding waiting,
        @Nullable Obstacle obstacle) {

    /**
     * Decides.
     *
     * @param standings the learner's course credentials by run, after the changes
     * @param terms asked only when something may be awarded
     * @param newUuid the public id of a credential that has none yet
     */
    public static ProgramOutcome decide(
            Evaluation evaluation,
            ProgramPosition position,
            Map<CourseKey, CourseStanding> standings,
            Supplier<AwardTerms> terms,
            UUID newUuid) {
        ProgramDecision decision = evaluation.decide(position.earned(), standings);
        ProgramStanding earned =
                decision instanceof ProgramDecision.Changed changed ? changed.standing() : position.earned();
        Obstacle obstacle = obstacle(position, earned, terms);
        ProgramStanding made = obstacle != null || isForfeited(position, earned) ? position.made() : earned;
        ProgramStanding shown = new ProgramShowing(evaluation, position, made).under(standings);
        return new ProgramOutcome(
                credential(evaluation, position, made, shown, newUuid), obstacle == null ? null : earned, obstacle);
    }

    /** The fact that tells of the change, empty when others see no difference. */
    public Optional<CredentialFact> told(@Nullable ProgramCredential before, Evaluation evaluation) {
        ProgramStanding held = before != null && before.standing().isAwarded() ? before.standing() : null;
        ProgramCredential after = credential;
        if (after == null || (held == null && !after.standing().isAwarded())) {
            return Optional.empty();
        }
        var program = evaluation.program().program();
        if (held == null) {
            return Optional.of(new CredentialFact.ProgramAwarded(after, program, evaluation.cause()));
        }
        if (!after.standing().isAwarded()) {
            return Optional.of(new CredentialFact.ProgramRevoked(after, program, evaluation.cause()));
        }
        return after.standing().availableAt().equals(held.availableAt())
                ? Optional.empty()
                : Optional.of(new CredentialFact.ProgramRedated(after, program, evaluation.cause()));
    }

    /** What has been made needs nobody's leave to stay. */
    private static @Nullable Obstacle obstacle(
            ProgramPosition position, @Nullable ProgramStanding earned, Supplier<AwardTerms> terms) {
        if (earned == null || !earned.isAwarded()) {
            return null;
        }
        ProgramStanding made = position.made();
        return position.waiting() == null && made != null && made.isAwarded()
                ? null
                : terms.get().obstacle();
    }

    /** Whether what waited was taken back before it was made, so that nobody has ever heard of it. */
    private static boolean isForfeited(ProgramPosition position, @Nullable ProgramStanding earned) {
        return position.waiting() != null && earned != null && !earned.isAwarded();
    }

    private static @Nullable ProgramCredential credential(
            Evaluation evaluation,
            ProgramPosition position,
            @Nullable ProgramStanding made,
            @Nullable ProgramStanding shown,
            UUID newUuid) {
        ProgramCredential stored = position.stored();
        if (shown == null) {
            return stored;
        }
        if (stored == null) {
            UUID program = evaluation.program().program().uuid();
            return new ProgramCredential(evaluation.learnerId(), program, newUuid, shown, made, 1);
        }
        if (shown.equals(stored.standing()) && Objects.equals(made, stored.automatic())) {
            return stored;
        }
        long version = shown.equals(stored.standing()) ? stored.version() : stored.version() + 1;
        return new ProgramCredential(stored.learnerId(), stored.programUuid(), stored.uuid(), shown, made, version);
    }
}
