package org.laurel.enrollment.registration.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.laurel.enrollment.learner.app.LearnerFollower;
import org.laurel.enrollment.learner.domain.LearnerOutcome.Changed;
import org.laurel.enrollment.registration.db.RegistrationTable;
import org.laurel.events.key.LearnerId;

/**
 * Nobody activates an account that is active on any other ground, and that others have closed: the registration waits no more.
 */
@ApplicationScoped
class RegistrationsOfAccounts implements LearnerFollower {

    private final RegistrationTable registrations;
    private final RegistrationEnding ending;
    private final Clock clock;

    RegistrationsOfAccounts(RegistrationTable registrations, RegistrationEnding ending, Clock clock) {
        this.registrations = registrations;
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public void follow(List<Changed> changes) {
        List<LearnerId> opened = learners(changes, change -> isActivity(change, true));
        if (!opened.isEmpty()) {
            registrations.activate(opened, clock.instant());
        }
        List<LearnerId> closed = learners(changes, change -> isActivity(change, false));
        if (!closed.isEmpty()) {
            ending.apply(closed);
        }
    }

    private static List<LearnerId> learners(List<Changed> changes, Predicate<Changed> which) {
        return changes.stream()
                .filter(which)
                .map(change -> change.after().id())
                .distinct()
                .toList();
    }

    /** Whether an account that was known becomes active, or inactive; a new one has no registration yet. */
    private static boolean isActivity(Changed change, boolean active) {
        return change.before() != null
                && change.before().account().isActive() != active
                && change.after().account().isActive() == active;
    }
}
