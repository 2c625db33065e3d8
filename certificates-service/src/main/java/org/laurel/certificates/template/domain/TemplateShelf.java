package org.laurel.certificates.template.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates while commands are decided one after the other: each sees what the ones before it did. Not thread-safe.
 */
public final class TemplateShelf {

    private final Map<Long, CertificateTemplate> templates;
    private final Map<TemplateScope, Long> scopes;

    /**
     * @param templates those that the commands name
     * @param scopes the scopes of all templates, and whose they are
     */
    public TemplateShelf(Map<Long, CertificateTemplate> templates, Map<TemplateScope, Long> scopes) {
        this.templates = new HashMap<>(templates);
        this.scopes = new HashMap<>(scopes);
    }

    /**
     * Decides a command and keeps its outcome in mind.
     *
     * @param id the id of a new template
     * @param versionId the id of a new version
     */
    public TemplateOutcome decide(TemplateCommand command, long id, long versionId, Instant now) {
        return switch (command) {
            case TemplateCommand.Create create -> create(create, id, versionId, now);
            case TemplateCommand.Change change -> change(change, versionId, now);
            case TemplateCommand.Delete delete -> delete(delete);
        };
    }

    private TemplateOutcome create(TemplateCommand.Create command, long id, long versionId, Instant now) {
        Long owner = scopes.get(command.draft().scope());
        return owner == null
                ? save(CertificateTemplate.create(id, versionId, command.draft(), now))
                : new TemplateOutcome.Taken(owner);
    }

    private TemplateOutcome change(TemplateCommand.Change command, long versionId, Instant now) {
        CertificateTemplate current = templates.get(command.id());
        if (current == null) {
            return new TemplateOutcome.Unknown(command.id());
        }
        if (isStale(command.revision(), current)) {
            return new TemplateOutcome.Stale(current.id(), current.revision());
        }
        if (current.draft().equals(command.draft())) {
            return new TemplateOutcome.Saved(current, false);
        }
        Long owner = scopes.get(command.draft().scope());
        if (owner != null && owner != current.id()) {
            return new TemplateOutcome.Taken(owner);
        }
        scopes.remove(current.draft().scope());
        return save(current.change(command.draft(), versionId, now));
    }

    private TemplateOutcome delete(TemplateCommand.Delete command) {
        CertificateTemplate current = templates.get(command.id());
        if (current == null) {
            return new TemplateOutcome.Unknown(command.id());
        }
        if (isStale(command.revision(), current)) {
            return new TemplateOutcome.Stale(current.id(), current.revision());
        }
        templates.remove(current.id());
        scopes.remove(current.draft().scope());
        return new TemplateOutcome.Deleted(current.id());
    }

    private TemplateOutcome save(CertificateTemplate template) {
        templates.put(template.id(), template);
        scopes.put(template.draft().scope(), template.id());
        return new TemplateOutcome.Saved(template, true);
    }

    private static boolean isStale(@Nullable Long expected, CertificateTemplate current) {
        return expected != null && expected != current.revision();
    }
}
