package org.laurel.enrollment.enrollment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.laurel.enrollment.enrollment.db.PendingTable;
import org.laurel.enrollment.enrollment.domain.EnrollmentCommand.AdoptEnrollment;
import org.laurel.enrollment.enrollment.domain.EnrollmentKey;
import org.laurel.enrollment.enrollment.domain.EnrollmentOutcome;
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
        // Read under the lock: a newer request may have taken the place of the one that was found before.
        locks.lock(keys.stream().map(key -> key.learnerId().value()).toList());
        List<AdoptEnrollment> commands = pending.find(keys);
        if (commands.isEmpty()) {
            return;
        }
        List<EnrollmentOutcome> outcomes = enrolling.apply(commands);
        List<EnrollmentKey> settled = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (!(outcomes.get(i) instanceof Waiting)) {
                settled.add(commands.get(i).key());
            }
        }
        pending.drop(settled);
    }
}
