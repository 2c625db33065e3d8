package org.laurel.certificates.template.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/** What an author wants done. */
public sealed interface TemplateCommand {

    /** Why. */
    Cause cause();

    /** Make a new template. */
    record Create(TemplateDraft draft, Cause cause) implements TemplateCommand {}

    /** Change a template, provided that it has this revision still; null for whatever it is now. */
    record Change(long id, @Nullable Long revision, TemplateDraft draft, Cause cause) implements TemplateCommand {}

    /** Delete a template, under the same condition. Its versions stay. */
    record Delete(long id, @Nullable Long revision, Cause cause) implements TemplateCommand {}
}
