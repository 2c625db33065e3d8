package org.laurel.certificates.template.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * Which certificates a template is for. There is one template for every combination, nulls included.
 *
 * @param organization the organisation as course keys name it; null for all
 * @param courseKey one course run; null for all
 * @param mode one enrollment mode; null for all
 * @param language two letters; empty for "all languages"; null for "the default". Empty goes before null
 */
public record TemplateScope(
        @Nullable String organization,
        @Nullable CourseKey courseKey,
        @Nullable String mode,
        @Nullable String language) {

    /**
     * Why no certificate would ever get a template of this scope (see {@link TemplateChoice}); null when one may.
     */
    public @Nullable String unreachable() {
        if (courseKey != null && (organization == null || mode == null)) {
            return "A template for a course run needs its organization and a mode as well.";
        }
        return organization == null && mode == null ? "A template needs an organization or a mode." : null;
    }
}
