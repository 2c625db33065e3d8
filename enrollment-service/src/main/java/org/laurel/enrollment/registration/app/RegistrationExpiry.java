package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.learner.app.LearnerRegistration;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.domain.AmendLearner;
import org.laurel.enrollment.learner.domain.Amendment;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerOutcome;
import org.laurel.enrollment.learner.domain.Reach;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.enrollment.registration.domain.Registration;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/**
 * Frees the usernames and email addresses of those who registered and never activated their accounts in time, so that whoever
 * the address belongs to can register with it. The account stays, inactive and with a username that nobody chose.
 */
@ApplicationScoped
public class RegistrationExpiry {

    private static final String USERNAME = "expired__";

    private final KeyLocks locks;
    private final RegistrationTable registrations;
    private final LearnerTable learners;
    private final LearnerRegistration changes;
    private final RegistrationEnding ending;
    private final Clock clock;

    RegistrationExpiry(
            KeyLocks locks,
            RegistrationTable registrations,
            LearnerTable learners,
            LearnerRegistration changes,
            RegistrationEnding ending,
            Clock clock) {
        this.locks = locks;
        this.registrations = registrations;
        this.learners = learners;
        this.changes = changes;
        this.ending = ending;
        this.clock = clock;
    }

    /** For each learner whether the names are free now; who was activated or enrolled meanwhile keeps them. */
    @Transactional
    public List<Boolean> apply(List<LearnerId> ids) {
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Registration> waiting = registrations.find(ids);
        Map<LearnerId, Learner> accounts = learners.find(ids);
        Instant now = clock.instant();
        List<LearnerId> expired = ids.stream()
                .distinct()
                .filter(id -> isExpired(waiting.get(id), accounts.get(id), now))
                .toList();
        Set<LearnerId> freed = new HashSet<>(free(expired, now));
        ending.apply(List.copyOf(freed));
        return ids.stream().map(freed::contains).toList();
    }

    private List<LearnerId> free(List<LearnerId> expired, Instant now) {
        List<LearnerOutcome> outcomes =
                changes.apply(expired.stream().map(id -> freeing(id, now)).toList());
        List<LearnerId> freed = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof LearnerOutcome.Changed) {
                freed.add(expired.get(i));
            }
        }
        return freed;
    }

    private static boolean isExpired(@Nullable Registration registration, @Nullable Learner learner, Instant now) {
        return registration != null
                && registration.isExpired(now)
                && learner != null
                && !learner.account().isActive()
                && learner.reach() == Reach.NEVER_ENROLLED;
    }

    private static AmendLearner freeing(LearnerId id, Instant now) {
        Cause cause = Cause.of("registration", "registration-expired-" + id).because("never activated");
        return new AmendLearner(
                id,
                List.of(new Amendment.Username(USERNAME + id), new Amendment.Email("")),
                new BusinessTime.Asked(now, cause.id()),
                cause);
    }
}
