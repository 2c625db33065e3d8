package org.laurel.enrollment.namechange.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.account.domain.AccountChangeRules;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.Objection;

/** What becomes of a {@link NameChangeCommand}. */
public sealed interface NameChangeOutcome {

    /** The most characters of a rationale. */
    int RATIONALE_LENGTH = 1024;

    /** The request is stored in this state. */
    record Kept(NameChange change) implements NameChangeOutcome {}

    /** The request cannot be taken; the member and what is wrong with it. */
    record Refused(String member, String message) implements NameChangeOutcome {}

    /** The learner has left, or is about to: neither asks for a name nor gets one. */
    record Departed(Objection objection) implements NameChangeOutcome {}

    /** There is nothing to decide. */
    record NothingPending() implements NameChangeOutcome {}

    /**
     * Decides a command.
     *
     * @param newest the learner's newest request, null without any
     */
    static NameChangeOutcome decide(
            Learner learner, @Nullable NameChange newest, NameChangeCommand command, Instant now) {
        return switch (command) {
            case NameChangeCommand.Request request -> requested(learner, request, now);
            case NameChangeCommand.Confirm confirm -> decided(newest, NameChange.State.CONFIRMED);
            case NameChangeCommand.Reject reject -> decided(newest, NameChange.State.REJECTED);
        };
    }

    private static NameChangeOutcome decided(@Nullable NameChange newest, NameChange.State state) {
        return newest != null && newest.state() == NameChange.State.PENDING
                ? new Kept(newest.in(state))
                : new NothingPending();
    }

    private static NameChangeOutcome requested(Learner learner, NameChangeCommand.Request request, Instant now) {
        String rationale = request.rationale();
        if (!AccountChangeRules.isWantedName(request.name())) {
            return new Refused("name", Objection.NAME_UNFIT.detail());
        }
        if (request.name().equals(learner.account().name())) {
            return new Refused("name", "This is the name that the account has.");
        }
        if (rationale.codePointCount(0, rationale.length()) > RATIONALE_LENGTH || rationale.indexOf('\0') >= 0) {
            return new Refused("rationale", "A rationale has at most " + RATIONALE_LENGTH + " characters.");
        }
        return new Kept(new NameChange(learner.id(), request.name(), rationale, NameChange.State.PENDING, now));
    }
}
