package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.Learner;
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
        Map<String, OneTimeKey> known = new HashMap<>();
        for (String key : clicked) {
            Optional<OneTimeKey> found = keys.find(MailKind.ACTIVATION, key);
            found.ifPresent(use -> known.put(key, use));
        }
        List<LearnerId> ids =
                known.values().stream().map(OneTimeKey::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Learner> accounts = learners.find(ids);
        Map<LearnerId, Registration> pending = registrations.find(ids);
        Instant now = clock.instant();
        List<ActivationAnswer> answers = new ArrayList<>();
        List<Registration> activated = new ArrayList<>();
        for (String key : clicked) {
            OneTimeKey use = known.get(key);
            Registration registration = use == null ? null : pending.get(use.learnerId());
            Learner learner = use == null ? null : accounts.get(use.learnerId());
            ActivationAnswer answer = answer(use, learner, registration, now);
            answers.add(answer);
            if (answer == ActivationAnswer.ACTIVATED && registration != null) {
                Registration done = new Registration(
                        registration.learnerId(), registration.requestedAt(), registration.expiresAt(), now);
                activated.add(done);
                pending.put(done.learnerId(), done);
            }
        }
        changes.apply(activated.stream()
                .map(done -> activation(done.learnerId(), now))
                .toList());
        registrations.save(activated);
        return answers;
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
