package org.laurel.certificates.template.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.template.domain.CertificateModes;
import org.laurel.certificates.template.domain.TemplateDraft;
import org.laurel.certificates.template.domain.TemplateScope;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.Problem.Violation;
import org.laurel.kit.problem.ProblemException;

/**
 * What an author sends.
 *
 * @param template the text, at most 256 KiB
 * @param organization the organisation as course keys name it; null for all
 * @param courseKey one course run, which needs organization and mode as well; null for all
 * @param mode absent means {@code honor}, null means all modes
 * @param language two letters; empty for all languages; null for the default
 */
public record TemplateBody(
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 255) String description,
        @NotNull String template,
        @Nullable @Size(max = 255) String organization,
        @Nullable @Size(max = 255) String courseKey,

        @Schema(implementation = String.class, nullable = true) @Nullable JsonNode mode,

        @Nullable Boolean isActive,

        @Nullable @Pattern(regexp = "([a-z]{2})?", message = "takes two small letters or nothing")
        String language) {

    /**
     * The draft.
     *
     * @throws ProblemException 400 for what can never be chosen or does not parse
     */
    TemplateDraft draft() {
        TemplateScope scope = new TemplateScope(orNull(organization), courseKeyOrNull(), modeOrNull(), language);
        boolean active = Boolean.TRUE.equals(isActive);
        String unreachable = scope.unreachable();
        if (active && unreachable != null) {
            throw refused("is_active", unreachable);
        }
        return new TemplateDraft(name, orNull(description), scope, active, template);
    }

    private @Nullable String modeOrNull() {
        if (mode == null) {
            return CertificateModes.DEFAULT;
        }
        if (mode.isNull()) {
            return null;
        }
        if (!mode.isTextual() || !CertificateModes.ALL.contains(mode.asText())) {
            throw refused("mode", "takes null or one of " + String.join(", ", CertificateModes.ALL));
        }
        return mode.asText();
    }

    private @Nullable CourseKey courseKeyOrNull() {
        String key = orNull(courseKey);
        try {
            return key == null ? null : new CourseKey(key);
        } catch (IllegalArgumentException malformed) {
            throw refused("course_key", "is no course key");
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(
                Problem.of(400, "invalid_template", field + ": " + message, List.of(new Violation(field, message))));
    }
}
