package org.laurel.programs.completionmail.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.completionmail.db.TemplateStore;
import org.laurel.programs.completionmail.domain.RemoveTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;
import org.laurel.programs.completionmail.domain.TemplateDecision;

/** Removes templates of completion mails. */
@ApplicationScoped
public class TemplateRemoval {

    private final KeyLocks locks;
    private final TemplateStore store;

    TemplateRemoval(KeyLocks locks, TemplateStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Applies the commands, each about a template of its own, and returns what became of each. */
    @Transactional
    public List<TemplateDecision> apply(List<RemoveTemplate> commands) {
        List<String> identifiers =
                commands.stream().map(RemoveTemplate::identifier).toList();
        locks.change(identifiers.stream().map(TemplateStore::lock).toList());
        Map<String, StoredTemplate> stored = store.load(identifiers);
        List<TemplateDecision> decisions = new ArrayList<>();
        List<RemoveTemplate> removed = new ArrayList<>();
        for (RemoveTemplate command : commands) {
            TemplateDecision decision = TemplateDecision.decide(stored.get(command.identifier()), command);
            decisions.add(decision);
            if (decision instanceof TemplateDecision.Removed) {
                removed.add(command);
            }
        }
        store.remove(removed);
        return decisions;
    }
}
