package org.laurel.programs.completionmail.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.completionmail.db.TemplateStore;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.completionmail.domain.ReplaceTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;
import org.laurel.programs.completionmail.domain.TemplateDecision;

/** Replaces templates of completion mails. */
@ApplicationScoped
public class TemplateReplacement {

    private final KeyLocks locks;
    private final TemplateStore store;

    TemplateReplacement(KeyLocks locks, TemplateStore store) {
        this.locks = locks;
        this.store = store;
    }

    /** Applies the commands; of several on one template the last counts. Returns what became of each. */
    @Transactional
    public List<TemplateDecision> apply(List<ReplaceTemplate> commands) {
        Map<String, ReplaceTemplate> last = new LinkedHashMap<>();
        commands.forEach(command -> last.put(command.template().identifier(), harmless(command)));
        locks.change(last.keySet().stream().map(TemplateStore::lock).toList());
        Map<String, StoredTemplate> stored = store.load(last.keySet());
        Map<String, TemplateDecision> decisions = new LinkedHashMap<>();
        List<TemplateStore.Written> written = new ArrayList<>();
        last.forEach((identifier, command) -> {
            TemplateDecision decision = TemplateDecision.decide(stored.get(identifier), command);
            decisions.put(identifier, decision);
            if (decision instanceof TemplateDecision.Changed changed) {
                written.add(new TemplateStore.Written(changed.after(), command.cause()));
            }
        });
        for (StoredTemplate saved : store.save(written)) {
            decisions.computeIfPresent(
                    saved.template().identifier(),
                    (identifier, decision) -> decision instanceof TemplateDecision.Changed changed
                            ? new TemplateDecision.Changed(saved, changed.created())
                            : decision);
        }
        return commands.stream()
                .map(command ->
                        Objects.requireNonNull(decisions.get(command.template().identifier())))
                .toList();
    }

    private static ReplaceTemplate harmless(ReplaceTemplate command) {
        MailTemplate given = command.template();
        return new ReplaceTemplate(
                given.withHtml(HarmlessHtml.of(given.html())), command.expected(), command.at(), command.cause());
    }
}
