package org.laurel.sample.tally.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.kit.reconcile.Listing;
import org.laurel.kit.reconcile.ReconcileSource;
import org.laurel.sample.tally.db.TallyStore;
import org.laurel.sample.tally.domain.TallyChanged;

/** Tells of tallies once more. */
@ApplicationScoped
class TallyTelling implements ReconcileSource {

    private static final Listing LISTING = new Listing(
            "tally",
            List.of(Listing.Key.text("learner_id")),
            "true",
            Listing.LEARNERS,
            null,
            Listing.history("tally", "learner_id"));

    private final KeyLocks locks;
    private final TallyStore store;
    private final Outbox outbox;

    TallyTelling(KeyLocks locks, TallyStore store, Outbox outbox) {
        this.locks = locks;
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "tallies";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Listing listing() {
        return LISTING;
    }

    @Override
    public int tell(List<List<String>> keys, Cause cause) {
        List<String> learners = keys.stream().map(List::getFirst).toList();
        locks.lock(learners);
        List<TallyChanged> facts = store.of(learners, cause);
        outbox.append(facts);
        return facts.size();
    }
}
