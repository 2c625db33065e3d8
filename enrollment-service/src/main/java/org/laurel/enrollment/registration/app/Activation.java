package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.mail.db.KeyTable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.mail.domain.OneTimeKey;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.enrollment.registration.domain.ActivationAnswer;
import org.laurel.enrollment.registration.domain.Registration;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/** Activates accounts with the keys that were mailed. */
@ApplicationScoped
public class Activation {

    private final KeyLocks locks;
    private final KeyTable keys;
    private final LearnerTable learners;
    private final RegistrationTable registrations;
    private final LearnerRegistration changes;
    private final Clock clock;

    Activation(
            KeyLocks locks,
            KeyTable keys,
            LearnerTable learners,
            RegistrationTable registrations,
            LearnerRegistration changes,
            Clock clock) {
        this.locks = locks;
        this.keys = keys;
        this.learners = learners;
        this.registrations = registrations;
        this.changes = changes;
        this.clock = clock;
    }

    /** Activates the accounts of the keys and returns an answer for each; a second click changes nothing. */
    @Transactional
    public List<ActivationAnswer> apply(List<String> clicked) {
        List<LearnerId> ids = known(clicked).values().stream()
                .map(OneTimeKey::learnerId)
                .distinct()
                .toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        // Keys are dropped under the lock, so only what is there now counts.
        Map<String, OneTimeKey> known = known(clicked);
        Map<LearnerId, Learner> accounts = learners.find(ids);
        Map<LearnerId, Registration> pending = registrations.find(ids);
        Instant now = clock.instant();
        List<ActivationAnswer> answers = new ArrayList<>();
        Map<LearnerId, Registration> activated = new LinkedHashMap<>();
        for (String key : clicked) {
            OneTimeKey use = known.get(key);
            Registration registration = use == null ? null : pending.get(use.learnerId());
            Learner learner = use == null ? null : accounts.get(use.learnerId());
            ActivationAnswer answer = answer(use, learner, registration, now);
            answers.add(answer);
            if (answer == ActivationAnswer.ACTIVATED && registration != null) {
                activated.put(registration.learnerId(), registration.activated(now));
            }
        }
        Set<LearnerId> refused = activate(List.copyOf(activated.keySet()), now);
        activated.keySet().removeAll(refused);
        registrations.save(List.copyOf(activated.values()));
        for (int i = 0; i < answers.size(); i++) {
            OneTimeKey use = known.get(clicked.get(i));
            if (use != null && refused.contains(use.learnerId())) {
                answers.set(i, ActivationAnswer.CLOSED);
            }
        }
        return answers;
    }

    private Map<String, OneTimeKey> known(List<String> clicked) {
        Map<String, OneTimeKey> known = new HashMap<>();
        for (String key : clicked) {
            Optional<OneTimeKey> found = keys.find(MailKind.ACTIVATION, key);
            found.ifPresent(use -> known.put(key, use));
        }
        return known;
    }

    /** Those whose accounts cannot change at all. */
    private Set<LearnerId> activate(List<LearnerId> ids, Instant now) {
        List<LearnerOutcome> outcomes =
                changes.apply(ids.stream().map(id -> activation(id, now)).toList());
        Set<LearnerId> refused = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (outcomes.get(i) instanceof LearnerOutcome.Refused) {
                refused.add(ids.get(i));
            }
        }
        return refused;
    }

    private static ActivationAnswer answer(
            @Nullable OneTimeKey use, @Nullable Learner learner, @Nullable Registration registration, Instant now) {
        if (use == null || learner == null || registration == null) {
            return ActivationAnswer.UNKNOWN;
        }
        if (learner.account().isActive()) {
            return ActivationAnswer.ALREADY_ACTIVE;
        }
        if (!registration.isPending()) {
            return ActivationAnswer.CLOSED;
        }
        return use.isExpired(now) ? ActivationAnswer.EXPIRED : ActivationAnswer.ACTIVATED;
    }

    private static AmendLearner activation(LearnerId id, Instant now) {
        Cause cause = Cause.of(id.value(), UUID.randomUUID().toString()).because("activation");
        return new AmendLearner(
                id, List.of(new Amendment.Active(true)), new BusinessTime.Asked(now, cause.id()), cause);
    }
}
