package org.laurel.programs.lti.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.lti.db.LtiStore;
import org.laurel.programs.lti.domain.LtiRemovalDecision;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.RemoveLti;
import org.laurel.programs.lti.domain.StoredLti;

/** Removes configurations of programs' tools. */
@ApplicationScoped
public class LtiRemoval {

    private final KeyLocks locks;
    private final LtiStore store;

    LtiRemoval(KeyLocks locks, LtiStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Applies the commands, each about a subject of its own, and returns what became of each. */
    @Transactional
    public List<LtiRemovalDecision> apply(List<RemoveLti> commands) {
        List<LtiSubject> subjects = commands.stream().map(RemoveLti::subject).toList();
        locks.change(subjects.stream().map(LtiSubject::key).toList());
        Map<LtiSubject, StoredLti> stored = store.load(subjects);
        List<LtiRemovalDecision> decisions = new ArrayList<>();
        List<RemoveLti> removed = new ArrayList<>();
        for (RemoveLti command : commands) {
            StoredLti found = stored.get(command.subject());
            LtiRemovalDecision decision =
                    LtiRemovalDecision.decide(found == null ? null : found.version(), command.expected());
            decisions.add(decision);
            if (decision == LtiRemovalDecision.REMOVED) {
                removed.add(command);
            }
        }
        store.remove(removed);
        return decisions;
    }
}
