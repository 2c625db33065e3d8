package org.laurel.enrollment.learner.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.LearnerFact.AccountChanged;
import org.laurel.enrollment.learner.domain.LearnerFact.PreferencesChanged;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Changed;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Refused;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Unchanged;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Unknown;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/** The rules of learners. */
public final class LearnerRules {

    private LearnerRules() {}

    /**
     * Decides what a command changes.
     *
     * @param current the learner, null when not known yet
     * @param newest place of the newest fact about the learner, null without any
     * @param taken who has which username and email address
     */
    public static LearnerOutcome decide(
            @Nullable Learner current, @Nullable FactOrder newest, LearnerCommand command, TakenNames taken) {
        FactOrder place = command.time().placeAfter(newest);
        if (current != null && newest != null && !place.isAfter(newest)) {
            return new Unchanged(current);
        }
        Wanted wanted = switch (command) {
            case SubmitLearner submit -> submitted(current, submit);
            case AmendLearner amend -> current == null ? null : amended(current, amend);
        };
        if (wanted == null) {
            return new Unknown(command.id());
        }
        Objection unfit = AccountRules.objection(wanted.account(), wanted.preferences());
        Objection objection = unfit == null ? taken.clash(command.id(), wanted.account()) : unfit;
        if (objection != null) {
            return new Refused(current, objection);
        }
        return current == null
                ? created(command.id(), wanted, place)
                : replaced(current, wanted, place.occurredAt(), command.cause());
    }

    /** What a learner is to be like. */
    private record Wanted(Account account, CertificatePreferences preferences) {}

    private static Wanted submitted(@Nullable Learner current, SubmitLearner submit) {
        CertificatePreferences preferences = current == null ? CertificatePreferences.USUAL : current.preferences();
        return new Wanted(submit.account(), preferences.allowing(submit.allowCertificate()));
    }

    private static Wanted amended(Learner current, AmendLearner amend) {
        Account account = current.account();
        CertificatePreferences preferences = current.preferences();
        for (Amendment amendment : amend.amendments()) {
            switch (amendment) {
                case Amendment.OfAccount member -> account = member.in(account);
                case Amendment.OfPreferences member -> preferences = member.in(preferences);
            }
        }
        return new Wanted(account, preferences);
    }

    private static Changed created(LearnerId id, Wanted wanted, FactOrder place) {
        Instant since = place.occurredAt();
        Learner learner =
                new Learner(id, wanted.account(), 1, since, wanted.preferences(), 1, since, Reach.NEVER_ENROLLED);
        return new Changed(null, learner, List.of());
    }

    private static LearnerOutcome replaced(Learner current, Wanted wanted, Instant occurredAt, Cause cause) {
        boolean accountChanged = !current.account().equals(wanted.account());
        boolean preferencesChanged = !current.preferences().equals(wanted.preferences());
        if (!accountChanged && !preferencesChanged) {
            return new Unchanged(current);
        }
        Learner after = new Learner(
                current.id(),
                wanted.account(),
                current.version() + (accountChanged ? 1 : 0),
                accountChanged ? occurredAt : current.accountChangedAt(),
                wanted.preferences(),
                current.preferencesVersion() + (preferencesChanged ? 1 : 0),
                occurredAt,
                current.reach());
        List<LearnerFact> news = new ArrayList<>();
        if (accountChanged && after.reach() == Reach.ENROLLED) {
            news.add(new AccountChanged(after, occurredAt, cause));
        }
        if (preferencesChanged && after.reach() != Reach.NEVER_ENROLLED) {
            news.add(new PreferencesChanged(after, occurredAt, cause));
        }
        return new Changed(current, after, List.copyOf(news));
    }
}
