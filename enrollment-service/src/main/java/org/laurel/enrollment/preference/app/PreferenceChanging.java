package org.laurel.enrollment.preference.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.db.Departures;
import org.laurel.enrollment.learner.domain.Objection;
import org.laurel.enrollment.preference.db.PreferenceTable;
import org.laurel.enrollment.preference.domain.PreferenceChange;
import org.laurel.enrollment.preference.domain.PreferenceOutcome;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;

/** Changes preferences. Nobody is told: they stay here. */
@ApplicationScoped
public class PreferenceChanging {

    private final KeyLocks locks;
    private final Departures departures;
    private final PreferenceTable preferences;

    PreferenceChanging(KeyLocks locks, Departures departures, PreferenceTable preferences) {
        this.locks = locks;
        this.departures = departures;
        this.preferences = preferences;
    }

    /** Applies the changes of known learners in order and returns an outcome for each. */
    @Transactional
    public List<PreferenceOutcome> apply(List<PreferenceChange> changes) {
        List<LearnerId> ids =
                changes.stream().map(PreferenceChange::learnerId).distinct().toList();
        locks.lock(ids.stream().map(LearnerId::value).toList());
        Map<LearnerId, Objection> departed = departures.of(ids);
        Map<LearnerId, Set<String>> keys = preferences.keys(ids);
        List<PreferenceOutcome> outcomes = new ArrayList<>(changes.size());
        Map<LearnerId, Map<String, Optional<String>>> folded = new LinkedHashMap<>();
        for (PreferenceChange change : changes) {
            Set<String> held = keys.getOrDefault(change.learnerId(), Set.of());
            PreferenceOutcome outcome = decide(change, held, departed.get(change.learnerId()));
            outcomes.add(outcome);
            if (outcome instanceof PreferenceOutcome.Done) {
                keys.put(change.learnerId(), change.keysOver(held));
                folded.computeIfAbsent(change.learnerId(), id -> new HashMap<>())
                        .putAll(change.values());
            }
        }
        preferences.save(folded.entrySet().stream()
                .map(change -> new PreferenceChange(change.getKey(), change.getValue()))
                .toList());
        return outcomes;
    }

    private static PreferenceOutcome decide(PreferenceChange change, Set<String> held, @Nullable Objection departure) {
        if (departure != null) {
            return new PreferenceOutcome.Departed(departure);
        }
        Map<String, String> faults = change.faults(held);
        return faults.isEmpty() ? new PreferenceOutcome.Done() : new PreferenceOutcome.Unfit(faults);
    }
}
