package org.laurel.sample.tally.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;
import org.laurel.sample.tally.db.TallyStore;
import org.laurel.sample.tally.domain.Add;
import org.laurel.sample.tally.domain.TallyChanged;

/** Adds amounts to tallies: the shape of every Laurel use case, with as little meaning as possible. */
@ApplicationScoped
public class TallyKeeping {

    private final KeyLocks locks;
    private final TallyStore store;
    private final Outbox outbox;
    private final Faults faults;

    TallyKeeping(KeyLocks locks, TallyStore store, Outbox outbox, Faults faults) {
        this.locks = locks;
        this.store = store;
        this.outbox = outbox;
        this.faults = faults;
    }

    /** Applies the commands that no earlier one has told of, and returns how many those were. */
    @Transactional
    public int apply(List<Add> commands) {
        locks.lock(commands.stream().map(Add::learnerId).toList());
        Set<String> fresh = store.remember(commands);
        Map<String, List<Add>> byLearner = new LinkedHashMap<>();
        for (Add command : commands) {
            if (fresh.remove(command.factKey())) {
                byLearner
                        .computeIfAbsent(command.learnerId(), learner -> new ArrayList<>())
                        .add(command);
            }
        }
        List<TallyChanged> facts = store.add(byLearner);
        outbox.append(facts);
        byLearner.keySet().forEach(faults::strike);
        return byLearner.values().stream().mapToInt(List::size).sum();
    }
}
