package org.laurel.enrollment.learner.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.enrollment.learner.db.LearnerTable;
import org.laurel.enrollment.learner.db.PreferenceTimes;
import org.laurel.enrollment.learner.domain.Learner;
import org.laurel.enrollment.learner.domain.LearnerFact;
import org.laurel.enrollment.learner.domain.Reach;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;

/** Tells of learners once more, as far as news of them goes. */
@ApplicationScoped
class LearnerTelling implements ReconcileSource {

    private final KeyLocks locks;
    private final LearnerTable learners;
    private final PreferenceTimes times;
    private final Outbox outbox;

    LearnerTelling(KeyLocks locks, LearnerTable learners, PreferenceTimes times, Outbox outbox) {
        this.locks = locks;
        this.learners = learners;
        this.times = times;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "learners";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Listing listing() {
        return PreferenceTimes.LEARNERS;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        List<String> ids = keys.stream().map(List::getFirst).toList();
        locks.lock(ids);
        List<LearnerId> wanted = ids.stream().map(LearnerId::new).toList();
        Map<LearnerId, Instant> since = times.of(wanted);
        Map<String, Learner> found = new TreeMap<>();
        learners.find(wanted).forEach((id, learner) -> found.put(id.value(), learner));
        found.values().removeIf(learner -> learner.reach() == Reach.NEVER_ENROLLED);
        List<LearnerFact> facts = new ArrayList<>();
        for (Learner learner : found.values()) {
            if (learner.reach() == Reach.ENROLLED) {
                facts.add(new LearnerFact.AccountChanged(learner, learner.accountChangedAt(), cause));
            }
            facts.add(new LearnerFact.PreferencesChanged(
                    learner, since.getOrDefault(learner.id(), learner.occurredAt()), cause));
        }
        outbox.append(facts);
        return found.size();
    }
}
