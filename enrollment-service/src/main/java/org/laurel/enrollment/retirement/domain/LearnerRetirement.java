package org.laurel.enrollment.retirement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;

/**
 * A request to be retired and what became of it.
 *
 * @param state as drivers name it, one of {@link RetirementStates}
 * @param dueAt when the cooling-off ends
 * @param wasActive whether the account was active before
 * @param isTold whether other services were told
 * @param original who the learner was; blank once the learner is retired
 * @param retiredUsername the username from then on
 * @param retiredEmail the address that the account has while the request can be taken back; it leads nowhere
 */
public record LearnerRetirement(
        long id,
        LearnerId learnerId,
        String state,
        String lastState,
        Instant requestedAt,
        Instant dueAt,
        @Nullable Instant retiredAt,
        @Nullable Instant completedAt,
        @Nullable Instant cancelledAt,
        Instant modifiedAt,
        boolean wasActive,
        boolean isTold,
        Original original,
        String retiredUsername,
        String retiredEmail) {

    /** Who somebody was. */
    public record Original(String username, String email, String name) {}

    /** In another state, as drivers name it. */
    public LearnerRetirement in(String newState, Instant at) {
        return with(newState, retiredAt, completedAt, cancelledAt, at, isTold, original);
    }

    /** Taken back: who the learner is stands in the account again. */
    public LearnerRetirement cancelled(Instant at) {
        return with(state, null, null, at, at, false, new Original("", "", ""));
    }

    /** Carried out, and told to everybody. The originals stay until the erasure has read from them what to look for. */
    public LearnerRetirement retired(String newState, Instant at) {
        return with(newState, at, null, null, at, true, original);
    }

    /** Nothing of the learner is left. */
    public LearnerRetirement completed(String newState, Instant at) {
        return with(newState, retiredAt, at, null, at, isTold, original);
    }

    private LearnerRetirement with(
            String newState,
            @Nullable Instant retired,
            @Nullable Instant completed,
            @Nullable Instant cancelled,
            Instant modified,
            boolean told,
            Original originals) {
        return new LearnerRetirement(
                id,
                learnerId,
                newState,
                newState.equals(state) ? lastState : state,
                requestedAt,
                dueAt,
                retired,
                completed,
                cancelled,
                modified,
                wasActive,
                told,
                originals,
                retiredUsername,
                retiredEmail);
    }

    /** Whether it can still be taken back. */
    public boolean isOpen() {
        return retiredAt == null && cancelledAt == null;
    }
}
