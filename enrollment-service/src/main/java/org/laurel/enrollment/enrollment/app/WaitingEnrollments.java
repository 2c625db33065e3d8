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
        List<EnrollmentOutcome> outcomes = enrolling.apply(commands);
        List<AdoptEnrollment> overtaken = overtaken(commands, outcomes);
        List<AdoptEnrollment> dated = overtaken.stream()
                .filter(command -> command.createdAt() != null)
                .toList();
        if (!dated.isEmpty()) {
            // A newer one holds now, so that they are judged without their mode: they tell when the enrollment began.
            enrolling.apply(dated);
        }
        pending.drop(settled(commands, outcomes, overtaken));
    }

    /** What still waits although a newer one was taken: it could only lose. */
    private static List<AdoptEnrollment> overtaken(List<AdoptEnrollment> commands, List<EnrollmentOutcome> outcomes) {
        List<AdoptEnrollment> overtaken = new ArrayList<>();
        Set<EnrollmentKey> taken = new HashSet<>();
        for (int i = commands.size() - 1; i >= 0; i--) {
            EnrollmentKey key = commands.get(i).key();
            EnrollmentOutcome outcome = outcomes.get(i);
            if (outcome instanceof Waiting && taken.contains(key)) {
                overtaken.add(commands.get(i));
            }
            if (outcome instanceof Changed || outcome instanceof Unchanged) {
                taken.add(key);
            }
        }
        return overtaken;
    }

    /** What was judged, and what is overtaken. */
    private static List<AdoptEnrollment> settled(
            List<AdoptEnrollment> commands, List<EnrollmentOutcome> outcomes, List<AdoptEnrollment> overtaken) {
        List<AdoptEnrollment> settled = new ArrayList<>(overtaken);
        for (int i = 0; i < commands.size(); i++) {
            if (!(outcomes.get(i) instanceof Waiting)) {
                settled.add(commands.get(i));
            }
        }
        return settled;
    }
}
