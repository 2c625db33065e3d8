package org.laurel.programs.completionmail.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a template that is put or removed. */
public sealed interface TemplateDecision {

    /** It holds from now on. */
    record Changed(StoredTemplate after, boolean created) implements TemplateDecision {}

    /** It held already. */
    record Unchanged(StoredTemplate stored) implements TemplateDecision {}

    /** It is removed. */
    record Removed() implements TemplateDecision {}

    /** There is none to remove. */
    record Absent() implements TemplateDecision {}

    /** Another version holds than the client has seen. */
    record Outdated() implements TemplateDecision {}

    /** Decides on a template that is put. The version of what changes is still the one before; the database numbers it. */
    static TemplateDecision decide(@Nullable StoredTemplate stored, ReplaceTemplate command) {
        if (!command.expected().isMetBy(stored == null ? null : stored.version())) {
            return new Outdated();
        }
        if (stored == null) {
            return new Changed(new StoredTemplate(command.template(), 0, command.at(), command.at()), true);
        }
        if (stored.template().equals(command.template())) {
            return new Unchanged(stored);
        }
        Instant at = command.at().isBefore(stored.modifiedAt()) ? stored.modifiedAt() : command.at();
        return new Changed(new StoredTemplate(command.template(), stored.version(), stored.createdAt(), at), false);
    }

    /** Decides on a template that is removed. */
    static TemplateDecision decide(@Nullable StoredTemplate stored, RemoveTemplate command) {
        if (stored == null) {
            return new Absent();
        }
        return command.expected().isMetBy(stored.version()) ? new Removed() : new Outdated();
    }
}
