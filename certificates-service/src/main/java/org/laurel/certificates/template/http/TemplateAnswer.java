package org.laurel.certificates.template.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.template.domain.CertificateTemplate;
import org.laurel.certificates.template.domain.TemplateScope;
import org.laurel.events.key.CourseKey;

/**
 * A template.
 *
 * @param template its text; left out in lists
 * @param version the number of its newest text
 * @param versionId the id of that text, which issued certificates keep
 */
public record TemplateAnswer(
        long id,
        String name,
        @Nullable String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String template,
        @Nullable String organization,
        @Nullable String courseKey,
        @Nullable String mode,
        boolean isActive,
        @Nullable String language,
        int version,
        long versionId,
        Instant created,
        Instant modified) {

    /** With its text. */
    static TemplateAnswer of(CertificateTemplate template) {
        return of(template, template.draft().text());
    }

    /** Without its text. */
    static TemplateAnswer item(CertificateTemplate template) {
        return of(template, null);
    }

    private static TemplateAnswer of(CertificateTemplate template, @Nullable String text) {
        TemplateScope scope = template.draft().scope();
        CourseKey course = scope.courseKey();
        return new TemplateAnswer(
                template.id(),
                template.draft().name(),
                template.draft().description(),
                text,
                scope.organization(),
                course == null ? null : course.value(),
                scope.mode(),
                template.draft().active(),
                scope.language(),
                template.version().number(),
                template.version().id(),
                template.createdAt(),
                template.modifiedAt());
    }
}
