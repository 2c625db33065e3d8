package org.laurel.sample.tally.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.sample.tally.db.LabelStore;
import org.laurel.sample.tally.domain.Label;

/** Names tallies: the newest label wins, whatever the order of arrival. */
@ApplicationScoped
public class TallyLabelling {

    private final KeyLocks locks;
    private final LabelStore store;

    TallyLabelling(KeyLocks locks, LabelStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Keeps the labels that are newer than what is known, and returns how many learners have a new one. */
    @Transactional
    public int apply(List<Label> commands) {
        List<String> learners = commands.stream().map(Label::learnerId).toList();
        locks.lock(learners);
        Map<String, Label> known = store.of(learners);
        Map<String, Label> changed = new LinkedHashMap<>();
        for (Label command : commands) {
            if (command.replaces(known.get(command.learnerId()))) {
                known.put(command.learnerId(), command);
                changed.put(command.learnerId(), command);
            }
        }
        store.save(List.copyOf(changed.values()));
        return changed.size();
    }
}
