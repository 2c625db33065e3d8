package org.laurel.certificates.template.domain;

import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * The certificate that a template is looked for.
 *
 * @param language the course's language as the catalogue tells it ({@code es-419}); null unless the course run's setting
 *     {@code language_specific_templates_enabled} is on
 */
public record TemplateWanted(
        String organization,
        CourseKey courseKey,
        String mode,
        @Nullable String language) {}
