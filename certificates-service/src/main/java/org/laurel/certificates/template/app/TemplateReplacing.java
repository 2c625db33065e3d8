package org.laurel.certificates.template.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.certificates.rendering.app.TemplateCheck;
import org.laurel.certificates.template.db.TemplateStore;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.ReplacementResult;
import org.laurel.certificates.template.domain.ReplacementResult.Changed;
import org.laurel.certificates.template.domain.ReplacementResult.Refused;
import org.laurel.certificates.template.domain.TemplateCommand;
import org.laurel.certificates.template.domain.TemplateOutcome;
import org.laurel.certificates.template.domain.TextReplacement;
import org.laurel.kit.lock.KeyLocks;

/** Replaces a piece of text in many templates, or tells what that would change. */
@ApplicationScoped
public class TemplateReplacing {

    private final KeyLocks locks;
    private final TemplateStore store;
    private final TemplateCheck check;
    private final TemplateAuthoring authoring;

    TemplateReplacing(KeyLocks locks, TemplateStore store, TemplateCheck check, TemplateAuthoring authoring) {
        this.locks = locks;
        this.store = store;
        this.check = check;
        this.authoring = authoring;
    }

    /** Carries the replacements out, each on what the ones before it left. */
    @Transactional
    public List<ReplacementResult> apply(List<TextReplacement> replacements) {
        locks.change(TemplateAuthoring.TURN);
        return replacements.stream().map(this::replace).toList();
    }

    private ReplacementResult replace(TextReplacement replacement) {
        List<Long> ids = replacement.templateIds().stream().distinct().toList();
        Map<Long, CertificateTemplate> known = store.load(ids);
        Sorted sorted = new Sorted();
        for (CertificateTemplate template : known.values()) {
            sorted.add(template, replacement, check);
        }
        if (!replacement.dryRun() && !sorted.commands.isEmpty()) {
            requireSaved(authoring.apply(sorted.commands));
        }
        List<Long> missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
        return new ReplacementResult(sorted.changed, sorted.unchanged, missing, sorted.refused);
    }

    /** What was checked under the same lock cannot be refused. */
    private static void requireSaved(List<TemplateOutcome> outcomes) {
        if (!outcomes.stream().allMatch(TemplateOutcome.Saved.class::isInstance)) {
            throw new IllegalStateException("a checked replacement was refused: " + outcomes);
        }
    }

    /** Templates by what the replacement means for them. */
    private static final class Sorted {

        private final List<Changed> changed = new ArrayList<>();
        private final List<Long> unchanged = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final List<TemplateCommand> commands = new ArrayList<>();

        void add(CertificateTemplate template, TextReplacement replacement, TemplateCheck check) {
            String before = template.draft().text();
            String after = replacement.in(before);
            if (after.equals(before)) {
                unchanged.add(template.id());
                return;
            }
            @Nullable RenderFailure fault = check.check(after);
            if (fault != null) {
                refused.add(new Refused(template.id(), fault.reason()));
                return;
            }
            String name = template.draft().name();
            changed.add(new Changed(template.id(), name, UnifiedDiff.of(name, before, after)));
            commands.add(new TemplateCommand.Change(
                    template.id(), null, template.draft().withText(after), replacement.cause()));
        }
    }
}
