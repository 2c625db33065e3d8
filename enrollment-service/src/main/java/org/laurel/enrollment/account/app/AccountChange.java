package org.laurel.enrollment.account.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.enrollment.account.db.VerifiedEnrollments;
import org.laurel.enrollment.account.domain.AccountChangeRules;
import org.laurel.enrollment.account.domain.AccountOutcome;
import org.laurel.enrollment.account.domain.ChangeAccount;
import org.laurel.enrollment.emailchange.app.EmailChangeRequest;
import org.laurel.enrollment.emailchange.domain.RequestEmailChange;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.namechange.app.NameReplacement;
import org.laurel.enrollment.namechange.domain.ReplaceName;
import org.laurel.enrollment.profile.app.ProfileAmending;
import org.laurel.enrollment.profile.domain.AmendProfile;
import org.laurel.enrollment.profile.domain.ProfileOutcome;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/**
 * Lets learners change their accounts: the profile and the name at once, the email address by a request that the new address
 * has to confirm (accounts, merge patch).
 */
@ApplicationScoped
public class AccountChange {

    private static final String REASON = "changed by the learner";

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final Departures departures;
    private final VerifiedEnrollments verified;
    private final ProfileAmending profiles;
    private final NameReplacement names;
    private final EmailChangeRequest emails;
    private final Clock clock;
    private final boolean reviewed;

    AccountChange(
            KeyLocks locks,
            LearnerTable learners,
            Departures departures,
            VerifiedEnrollments verified,
            ProfileAmending profiles,
            NameReplacement names,
            EmailChangeRequest emails,
            Clock clock,
            @ConfigProperty(name = "laurel.account.verified-names-are-reviewed") boolean reviewed) {
        this.locks = locks;
        this.learners = learners;
        this.departures = departures;
        this.verified = verified;
        this.profiles = profiles;
        this.names = names;
        this.emails = emails;
        this.clock = clock;
        this.reviewed = reviewed;
    }

    /** Applies the changes, one per learner, and returns an outcome for each. */
    @Transactional
    public List<AccountOutcome> apply(List<ChangeAccount> changes) {
        List<LearnerId> ids = changes.stream().map(ChangeAccount::learnerId).toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Learner> accounts = learners.find(ids);
        Map<LearnerId, Objection> departed = departures.of(ids);
        Set<LearnerId> careful = reviewed ? verified.among(ids) : Set.of();

        List<AccountOutcome> outcomes = new ArrayList<>();
        for (ChangeAccount change : changes) {
            Objection departure = departed.get(change.learnerId());
            boolean renamed = isRenamed(change, accounts);
            outcomes.add(
                    departure == null
                            ? AccountOutcome.of(AccountChangeRules.faults(
                                    change.name(), change.email(), renamed && careful.contains(change.learnerId())))
                            : new AccountOutcome.Departed(departure));
        }
        List<ChangeAccount> fit = fitting(changes, outcomes);
        List<ProfileOutcome> kept = profiles.apply(fit.stream()
                .map(change -> new AmendProfile(change.learnerId(), change.profile(), change.cause()))
                .toList());
        for (int i = 0; i < kept.size(); i++) {
            outcomes.set(changes.indexOf(fit.get(i)), outcome(kept.get(i)));
        }
        follow(fitting(changes, outcomes), accounts);
        return outcomes;
    }

    private static AccountOutcome outcome(ProfileOutcome profile) {
        return switch (profile) {
            case ProfileOutcome.Kept kept -> new AccountOutcome.Done();
            case ProfileOutcome.Unfit unfit -> {
                Map<String, String> messages = new TreeMap<>();
                unfit.breaches()
                        .forEach(breach -> messages.put(breach.member(), "This value " + breach.message() + "."));
                yield new AccountOutcome.Unfit(messages);
            }
            case ProfileOutcome.Departed departed -> new AccountOutcome.Departed(departed.objection());
        };
    }

    private void follow(List<ChangeAccount> fit, Map<LearnerId, Learner> accounts) {
        Instant now = clock.instant();
        List<ReplaceName> renamed = new ArrayList<>();
        List<RequestEmailChange> moved = new ArrayList<>();
        for (ChangeAccount change : fit) {
            Learner learner = accounts.get(change.learnerId());
            String name = change.name();
            if (name != null && isRenamed(change, accounts)) {
                renamed.add(new ReplaceName(change.learnerId(), name, REASON, change.cause()));
            }
            String email = change.email();
            if (email != null
                    && learner != null
                    && !email.equals(learner.account().email())) {
                moved.add(new RequestEmailChange(
                        change.learnerId(), UUID.randomUUID().toString(), email));
            }
        }
        names.apply(renamed, now);
        emails.apply(moved);
    }

    private static boolean isRenamed(ChangeAccount change, Map<LearnerId, Learner> accounts) {
        Learner learner = accounts.get(change.learnerId());
        return change.name() != null
                && learner != null
                && !change.name().equals(learner.account().name());
    }

    private static List<ChangeAccount> fitting(List<ChangeAccount> changes, List<AccountOutcome> outcomes) {
        List<ChangeAccount> fit = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (outcomes.get(i) instanceof AccountOutcome.Done) {
                fit.add(changes.get(i));
            }
        }
        return fit;
    }
}
