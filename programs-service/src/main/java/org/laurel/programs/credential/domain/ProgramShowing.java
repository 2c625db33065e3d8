package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.credential.domain.Completion.Satisfied;

/**
 * The standing of a program credential that others see: what staff decided, otherwise what was made of certificates and
 * catalogue.
 *
 * @param made null when nothing was ever made
 */
record ProgramShowing(
        Evaluation evaluation,
        ProgramPosition position,
        @Nullable ProgramStanding made) {

    /** The standing, null when nothing was ever made and nothing decided. */
    @Nullable ProgramStanding under(Map<CourseKey, CourseStanding> standings) {
        StaffDecision decision = position.decision();
        if (decision == null) {
            return made;
        }
        if (decision.awards()) {
            return shown(decision, CredentialStatus.AWARDED, availableAt(decision, standings), Reason.STAFF_AWARDED);
        }
        if (decision.holds()) {
            return shown(decision, CredentialStatus.REVOKED, lastAvailableAt(decision), Reason.STAFF_REVOKED);
        }
        return made == null
                ? shown(decision, CredentialStatus.REVOKED, lastAvailableAt(decision), Reason.DECISION_WITHDRAWN)
                : shown(decision, made.status(), made.availableAt(), made.reason());
    }

    /**
     * From when a credential by decision may be seen: when the one that is earned would be; before that the latest, over the
     * courses that are satisfied, of their dates, and the time of the decision without any. A change of the catalogue alone does not move it. Source: programs, decision 4.
     */
    private Instant availableAt(StaffDecision decision, Map<CourseKey, CourseStanding> standings) {
        ProgramStanding shown = position.shown();
        if (shown != null
                && shown.isAwarded()
                && shown.reason() == Reason.STAFF_AWARDED
                && evaluation.changes().isEmpty()) {
            return shown.availableAt();
        }
        Completion completion = Completion.check(evaluation.program().program(), standings);
        if (completion.isComplete()) {
            return completion.availableAt();
        }
        return completion.courses().stream()
                .flatMap(Optional::stream)
                .map(Satisfied::date)
                .max(Comparator.naturalOrder())
                .orElse(decision.at());
    }

    private Instant lastAvailableAt(StaffDecision decision) {
        ProgramStanding shown = position.shown();
        if (shown != null) {
            return shown.availableAt();
        }
        return made == null ? decision.at() : made.availableAt();
    }

    private ProgramStanding shown(StaffDecision decision, CredentialStatus status, Instant availableAt, Reason reason) {
        ProgramStanding before = position.shown();
        if (before == null) {
            Instant at = made == null ? decision.at() : later(decision.at(), made.modifiedAt());
            return new ProgramStanding(status, availableAt, reason, made == null ? at : made.createdAt(), at);
        }
        boolean same =
                before.status() == status && before.availableAt().equals(availableAt) && before.reason() == reason;
        return same
                ? before
                : new ProgramStanding(
                        status, availableAt, reason, before.createdAt(), later(before.modifiedAt(), at(decision)));
    }

    private Instant at(StaffDecision decision) {
        Instant decided = made == null ? decision.at() : later(decision.at(), made.modifiedAt());
        return evaluation.changes().stream()
                .map(change -> change.after().standing().modifiedAt())
                .reduce(decided, ProgramShowing::later);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
