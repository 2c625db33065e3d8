package org.laurel.enrollment.preference.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.enrollment.preference.db.PreferenceTable;
import org.laurel.enrollment.preference.domain.PreferenceChange;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Changes preferences. Nobody is told: they stay here. */
@ApplicationScoped
public class PreferenceChanging {

    private final KeyLocks locks;
    private final PreferenceTable preferences;

    PreferenceChanging(KeyLocks locks, PreferenceTable preferences) {
        this.locks = locks;
        this.preferences = preferences;
    }

    /** Applies the changes of known learners in order; for each what is wrong with it, in which case it changes nothing. */
    @Transactional
    public List<Map<String, String>> apply(List<PreferenceChange> changes) {
        locks.lock(changes.stream().map(change -> change.learnerId().value()).toList());
        List<Map<String, String>> faults =
                changes.stream().map(PreferenceChange::faults).toList();
        Map<LearnerId, Map<String, Optional<String>>> folded = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            if (faults.get(i).isEmpty()) {
                folded.computeIfAbsent(changes.get(i).learnerId(), id -> new HashMap<>())
                        .putAll(changes.get(i).values());
            }
        }
        preferences.save(folded.entrySet().stream()
                .map(change -> new PreferenceChange(change.getKey(), change.getValue()))
                .toList());
        return faults;
    }
}
