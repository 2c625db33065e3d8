package org.laurel.programs.completionmail.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.completionmail.domain.MailTemplate;
import org.laurel.programs.completionmail.domain.StoredTemplate;

/**
 * A template of completion mails.
 *
 * @param identifier whose mails: the uuid of a program, the slug of a type, or {@code default}
 * @param subjectTemplate null for the usual subject
 * @param htmlTemplate empty for mails of plain text alone
 * @param enabled whether mails go
 */
public record TemplateAnswer(
        String identifier,
        @Nullable String subjectTemplate,
        String htmlTemplate,
        String plaintextTemplate,
        boolean enabled,
        Instant created,
        Instant modified) {

    static TemplateAnswer of(StoredTemplate stored) {
        MailTemplate template = stored.template();
        return new TemplateAnswer(
                template.identifier(),
                template.subject(),
                template.html(),
                template.plaintext(),
                template.enabled(),
                stored.createdAt(),
                stored.modifiedAt());
    }
}
