package org.laurel.certificates.template.domain;

import org.jspecify.annotations.Nullable;

/** What an author says a template is. */
public record TemplateDraft(
        String name, @Nullable String description, TemplateScope scope, boolean active, String text) {

    /** The same with another text. */
    public TemplateDraft withText(String other) {
        return new TemplateDraft(name, description, scope, active, other);
    }
}
