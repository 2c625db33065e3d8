package org.laurel.programs.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.page.db.PreferenceTable;
import org.laurel.programs.page.domain.CertificatePreference;

/** Takes in under which names learners want to be certified. */
@ApplicationScoped
public class PreferenceRecording {

    private final KeyLocks locks;
    private final PreferenceTable preferences;

    PreferenceRecording(KeyLocks locks, PreferenceTable preferences) {
        this.locks = locks;
        this.preferences = preferences;
    }

    /** Takes the preferences in; their order and repetition make no difference to the result. */
    @Transactional
    public void apply(List<CertificatePreference> told) {
        Map<LearnerId, CertificatePreference> newest = new LinkedHashMap<>();
        told.forEach(preference -> newest.merge(
                preference.learnerId(), preference, (kept, next) -> next.version() > kept.version() ? next : kept));
        locks.lock(newest.keySet().stream().map(LearnerId::value).toList());
        preferences.save(List.copyOf(newest.values()));
    }
}
