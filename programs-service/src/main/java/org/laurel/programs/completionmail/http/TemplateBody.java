package org.laurel.programs.completionmail.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.completionmail.domain.MailTemplate;

/**
 * A template to hold from now on, whole.
 *
 * @param subjectTemplate absent, null or blank: the usual subject
 * @param htmlTemplate the mail as HTML, of which only what is harmless is kept; absent or empty: plain text alone
 * @param plaintextTemplate the mail as plain text
 * @param enabled whether mails go; false when absent
 * @param changeReason why it changes, for the history
 */
public record TemplateBody(
        @Nullable String subjectTemplate,
        @Nullable String htmlTemplate,
        @NotNull String plaintextTemplate,
        @Nullable Boolean enabled,
        @Nullable @Size(max = 1000) String changeReason) {

    /** The template, as it was sent. */
    MailTemplate template(String identifier) {
        return new MailTemplate(
                identifier,
                subjectTemplate == null || subjectTemplate.isBlank() ? null : subjectTemplate.strip(),
                htmlTemplate == null ? "" : htmlTemplate,
                plaintextTemplate,
                enabled != null && enabled);
    }
}
