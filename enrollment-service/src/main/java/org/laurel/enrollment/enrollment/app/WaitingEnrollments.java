package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.enrollment.enrollment.db.PendingTable;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Changed;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Unchanged;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome.Waiting;
import org.laurel.kit.lock.KeyLocks;

/** Tries enrollments again that wait for something unknown. */
@ApplicationScoped
public class WaitingEnrollments {

    private final KeyLocks locks;
    private final PendingTable pending;
    private final Enrolling enrolling;

    WaitingEnrollments(KeyLocks locks, PendingTable pending, Enrolling enrolling) {
        this.locks = locks;
        this.pending = pending;
        this.enrolling = enrolling;
    }

    /** Applies what waits for these enrollments; what still cannot be judged goes on waiting. */
    @Transactional
    public void apply(List<EnrollmentKey> keys) {
        // Read under the lock: what was found before may have been settled, and more may have come.
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        List<AdoptEnrollment> commands = pending.find(keys);
        if (commands.isEmpty()) {
            return;
        }
        pending.drop(settled(commands, enrolling.apply(commands)));
    }

    /** Everything that was judged, and what still waits although a newer one was taken: it could only lose. */
    private static List<AdoptEnrollment> settled(List<AdoptEnrollment> commands, List<EnrollmentOutcome> outcomes) {
        List<AdoptEnrollment> settled = new ArrayList<>();
        Set<EnrollmentKey> taken = new HashSet<>();
        for (int i = commands.size() - 1; i >= 0; i--) {
            AdoptEnrollment command = commands.get(i);
            EnrollmentOutcome outcome = outcomes.get(i);
            if (!(outcome instanceof Waiting) || taken.contains(command.key())) {
                settled.add(command);
            }
            if (outcome instanceof Changed || outcome instanceof Unchanged) {
                taken.add(command.key());
            }
        }
        return settled;
    }
}
