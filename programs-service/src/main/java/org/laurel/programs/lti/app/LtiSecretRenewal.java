package org.laurel.programs.lti.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.lti.db.LtiStore;
import org.laurel.programs.lti.db.LtiStore.Boxes;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.Renewal;

/** Encrypts secrets of programs' tools with the deployment's present key. Nothing else changes: no version, and no history. */
@ApplicationScoped
class LtiSecretRenewal {

    private final KeyLocks locks;
    private final LtiStore store;
    private final SecretBox secrets;

    LtiSecretRenewal(KeyLocks locks, LtiStore store, SecretBox secrets) {
        this.locks = locks;
        this.store = store;
        this.secrets = secrets;
    }

    /** Encrypts, each subject once; what became of each, in their order. Tools that are gone meanwhile are current. */
    @Transactional
    public List<Renewal> apply(List<LtiSubject> subjects) {
        locks.change(subjects.stream().map(LtiSubject::key).toList());
        Map<LtiSubject, Boxes> stored = store.boxes(subjects);
        Map<LtiSubject, Boxes> renewed = new LinkedHashMap<>();
        List<Renewal> outcomes = new ArrayList<>();
        for (LtiSubject subject : subjects) {
            Boxes before = stored.getOrDefault(subject, Boxes.NONE);
            String keyPlace = subject.place(LtiSubject.KEY);
            String secretPlace = subject.place(LtiSubject.SECRET);
            Boxes after = new Boxes(renewed(before.key(), keyPlace), renewed(before.secret(), secretPlace));
            boolean changed =
                    !Arrays.equals(after.key(), before.key()) || !Arrays.equals(after.secret(), before.secret());
            if (changed) {
                renewed.put(subject, after);
            }
            boolean readable = isCurrent(after.key(), keyPlace) && isCurrent(after.secret(), secretPlace);
            outcomes.add(!readable ? Renewal.UNREADABLE : changed ? Renewal.RENEWED : Renewal.CURRENT);
        }
        store.reseal(renewed);
        return outcomes;
    }

    /** The box itself when the present key has sealed it, and when none opens it. */
    private byte @Nullable [] renewed(byte @Nullable [] box, String place) {
        return box == null || secrets.isCurrent(box, place)
                ? box
                : secrets.open(box, place)
                        .map(secret -> secrets.seal(secret, place))
                        .orElse(box);
    }

    private boolean isCurrent(byte @Nullable [] box, String place) {
        return box == null || secrets.isCurrent(box, place);
    }
}
