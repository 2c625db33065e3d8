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
            @Nullable Learner current, @Nullable FactOrder newest, SubmitLearner command, TakenNames taken) {
        FactOrder place = command.time().placeAfter(newest);
        if (current != null && newest != null && !place.isAfter(newest)) {
            return new Unchanged(current);
        }
        Objection unfit = AccountRules.objection(command.account());
        Objection objection = unfit == null ? taken.clash(command.id(), command.account()) : unfit;
        if (objection != null) {
            return new Refused(current, objection);
        }
        return current == null ? created(command, place) : replaced(current, command, place.occurredAt());
    }

    private static Changed created(SubmitLearner command, FactOrder place) {
        CertificatePreferences preferences = CertificatePreferences.USUAL.allowing(command.allowCertificate());
        Learner learner = new Learner(
                command.id(),
                command.account(),
                1,
                place.occurredAt(),
                preferences,
                1,
                place.occurredAt(),
                Reach.NEVER_ENROLLED);
        return new Changed(null, learner, List.of());
    }

    private static LearnerOutcome replaced(Learner current, SubmitLearner command, Instant occurredAt) {
        CertificatePreferences preferences = current.preferences().allowing(command.allowCertificate());
        boolean accountChanged = !current.account().equals(command.account());
        boolean preferencesChanged = !current.preferences().equals(preferences);
        if (!accountChanged && !preferencesChanged) {
            return new Unchanged(current);
        }
        Learner after = new Learner(
                current.id(),
                command.account(),
                current.version() + (accountChanged ? 1 : 0),
                accountChanged ? occurredAt : current.accountChangedAt(),
                preferences,
                current.preferencesVersion() + (preferencesChanged ? 1 : 0),
                occurredAt,
                current.reach());
        List<LearnerFact> news = new ArrayList<>();
        if (accountChanged && after.reach() == Reach.ENROLLED) {
            news.add(new AccountChanged(after, occurredAt, command.cause()));
        }
        if (preferencesChanged && after.reach() != Reach.NEVER_ENROLLED) {
            news.add(new PreferencesChanged(after, occurredAt, command.cause()));
        }
        return new Changed(current, after, List.copyOf(news));
    }
}
